using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>Each row times the sigmoid of its share.</summary>
internal sealed class SigmoidScaleOpEmitter : OpEmitter<SigmoidScaleOp>
{
    protected override void Predict(SourceWriter writer, SigmoidScaleOp op, string kernels)
    {
        writer.Line("// times the sigmoid of the gate");
        writer.Line($"SigmoidScale.Forward(ref {op.Source.Name}, ref {op.Share.Name}, ref {op.Target.Name}, rows, {op.Target.Width}, {op.Target.Stride}, {op.Share.Stride});");
    }

    /// <summary>In place: the gradients of rows and shares take the place of what they came from.</summary>
    protected override void Backward(SourceWriter writer, SigmoidScaleOp op, string kernels)
    {
        string gradient = BufferEmitter.GradientOf(op.Target);
        writer.Line("// times the sigmoid of the gate");
        writer.Line($"SigmoidScale.Backward(ref {op.Source.Name}, ref {op.Share.Name}, ref {gradient}, rows, {op.Target.Width}, {op.Target.Stride}, {op.Share.Stride});");
        writer.Line($"ref float {BufferEmitter.GradientOf(op.Source)} = ref {gradient};");
        writer.Line($"ref float {BufferEmitter.GradientOf(op.Share)} = ref {op.Share.Name};");
    }
}
