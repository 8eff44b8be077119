using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>An activation over the rows of a buffer; predicting does it in place.</summary>
internal sealed class ActivationOpEmitter : OpEmitter<ActivationOp>
{
    protected override void Predict(SourceWriter writer, ActivationOp op, string kernels)
    {
        writer.Line($"ref float {op.Target.Name} = ref {op.Source.Name};");
        Forward(writer, op, kernels);
    }

    protected override void Forward(SourceWriter writer, ActivationOp op, string kernels) =>
        writer.Line($"ActivationPass.Forward<{TypeOf(op.Activation)}>(ref {op.Source.Name}, ref {op.Target.Name}, rows, {op.Source.Width}, {op.Source.Stride});");

    /// <summary>In place: the gradient of the source takes the place of the target's.</summary>
    protected override void Backward(SourceWriter writer, ActivationOp op, string kernels)
    {
        string gradient = BufferEmitter.GradientOf(op.Target);
        writer.Line($"// {op.Activation}");
        writer.Line($"ActivationPass.Backward<{TypeOf(op.Activation)}>(ref {op.Source.Name}, ref {gradient}, rows, {op.Source.Width}, {op.Source.Stride});");
        writer.Line($"ref float {BufferEmitter.GradientOf(op.Source)} = ref {gradient};");
    }

    /// <summary>The runtime's type of an activation.</summary>
    public static string TypeOf(Activation activation) => activation + "Activation";
}
