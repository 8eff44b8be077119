using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>Logits to probabilities.</summary>
internal sealed class SoftmaxOpEmitter : OpEmitter<SoftmaxOp>
{
    protected override void Predict(SourceWriter writer, SoftmaxOp op, string kernels)
    {
        writer.Line("// probabilities");
        writer.Line($"Softmax.Forward(ref {op.Source.Name}, ref {op.Target.Name}, rows, {op.Target.Width}, {op.Target.Stride});");
    }

    /// <summary>In place: the gradient of the logits takes the place of the probabilities'.</summary>
    protected override void Backward(SourceWriter writer, SoftmaxOp op, string kernels)
    {
        string gradient = BufferEmitter.GradientOf(op.Target);
        writer.Line("// probabilities");
        writer.Line($"Softmax.Forward(ref {op.Source.Name}, ref {op.Source.Name}, rows, {op.Target.Width}, {op.Target.Stride});");
        writer.Line($"SoftmaxGradient.Run(ref {op.Source.Name}, ref {gradient}, rows, {op.Target.Width}, {op.Target.Stride});");
        writer.Line($"ref float {BufferEmitter.GradientOf(op.Source)} = ref {gradient};");
    }
}
