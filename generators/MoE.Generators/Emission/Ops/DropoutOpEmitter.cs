using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>Dropout: the same mask on the values and, on the way back, on their gradients.</summary>
internal static class DropoutOpEmitter
{
    public static void Apply(SourceWriter writer, DropoutOp op, string values) =>
        writer.Line($"dropout.Apply(ref {values}, rows, {op.Target.Width}, {op.Target.Stride}, {Literal.OfDouble(op.Rate)}, {op.Layer});");
}
