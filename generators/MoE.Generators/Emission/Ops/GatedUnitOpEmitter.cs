using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>The product of activated gate and up.</summary>
internal static class GatedUnitOpEmitter
{
    public static void Forward(SourceWriter writer, GatedUnitOp op)
    {
        writer.Line($"// {op.Activation}(gate) * up");
        writer.Line($"GatedUnit.Forward<{ActivationOpEmitter.TypeOf(op.Activation)}>(ref {op.Source.Name}, ref {op.Target.Name}, rows, {op.Target.Width}, {op.Source.Stride}, {op.Target.Stride});");
    }

    public static void Backward(SourceWriter writer, GatedUnitOp op)
    {
        writer.Line($"// {op.Activation}(gate) * up");
        writer.Line($"GatedUnit.Backward<{ActivationOpEmitter.TypeOf(op.Activation)}>(ref {op.Source.Name}, ref {OpEmitter.GradientOf(op.Target)}, ref {OpEmitter.GradientOf(op.Source)}, rows, {op.Target.Width}, {op.Source.Stride}, {op.Target.Stride});");
    }
}
