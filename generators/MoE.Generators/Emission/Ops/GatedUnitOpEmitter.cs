using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>The product of activated gate and up.</summary>
internal sealed class GatedUnitOpEmitter : OpEmitter<GatedUnitOp>
{
    protected override void Predict(SourceWriter writer, GatedUnitOp op, string kernels)
    {
        writer.Line($"// {op.Activation}(gate) * up");
        writer.Line($"GatedUnit.Forward<{ActivationOpEmitter.TypeOf(op.Activation)}>(ref {op.Source.Name}, ref {op.Target.Name}, rows, {op.Target.Width}, {op.Source.Stride}, {op.Target.Stride});");
    }

    protected override void Backward(SourceWriter writer, GatedUnitOp op, string kernels)
    {
        writer.Line($"// {op.Activation}(gate) * up");
        writer.Line($"GatedUnit.Backward<{ActivationOpEmitter.TypeOf(op.Activation)}>(ref {op.Source.Name}, ref {BufferEmitter.GradientOf(op.Target)}, ref {BufferEmitter.GradientOf(op.Source)}, rows, {op.Target.Width}, {op.Source.Stride}, {op.Target.Stride});");
    }
}
