using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>LayerNorm of each row.</summary>
internal sealed class LayerNormOpEmitter : OpEmitter<LayerNormOp>
{
    protected override void Predict(SourceWriter writer, LayerNormOp op, string kernels)
    {
        writer.Line("// LayerNorm");
        writer.Line($"LayerNorm.Forward(ref {op.Source.Name}, {Reference.At("w", op.WeightOffset)}, {Reference.At("w", op.BiasOffset)}, ref {op.Target.Name}, rows, {op.Target.Width}, {op.Target.Stride});");
    }

    /// <summary>In place, as the runtime's pass allows; the parameters' gradients are sums, so they start at zero.</summary>
    protected override void Backward(SourceWriter writer, LayerNormOp op, string kernels)
    {
        string gradient = BufferEmitter.GradientOf(op.Target);
        writer.Line("// LayerNorm");
        writer.Line($"MemoryMarshal.CreateSpan({Reference.At("gradients", op.WeightOffset)}, {2 * (op.BiasOffset - op.WeightOffset)}).Clear();");
        writer.Line($"LayerNorm.Backward(ref {op.Source.Name}, {Reference.At("w", op.WeightOffset)}, ref {gradient}, ref {gradient}, {Reference.At("gradients", op.WeightOffset)}, {Reference.At("gradients", op.BiasOffset)}, rows, {op.Target.Width}, {op.Target.Stride});");
        writer.Line($"ref float {BufferEmitter.GradientOf(op.Source)} = ref {gradient};");
    }
}
