using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>LayerNorm of each row.</summary>
internal static class LayerNormOpEmitter
{
    public static void Forward(SourceWriter writer, LayerNormOp op)
    {
        writer.Line("// LayerNorm");
        writer.Line($"LayerNorm.Forward(ref {op.Source.Name}, {Reference.At("w", op.WeightOffset)}, {Reference.At("w", op.BiasOffset)}, ref {op.Target.Name}, rows, {op.Target.Width}, {op.Target.Stride});");
    }
}
