using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>The product of activated gate and up.</summary>
internal sealed class GatedUnitOpEmitter : OpEmitter<GatedUnitOp>
{
    protected override void Predict(SourceWriter writer, GatedUnitOp op, string kernels)
    {
        writer.Line($"// {op.Activation}(gate) * up{Title(op)}");
        writer.Line($"{Class(op)}.Forward<{ActivationOpEmitter.TypeOf(op.Activation)}>(ref {op.Source.Name}, ref {op.Target.Name}, rows, {op.Target.Width}, {op.Source.Stride}, {op.Target.Stride}{Arguments(op)});");
    }

    protected override void Backward(SourceWriter writer, GatedUnitOp op, string kernels)
    {
        writer.Line($"// {op.Activation}(gate) * up{Title(op)}");
        writer.Line($"{Class(op)}.Backward<{ActivationOpEmitter.TypeOf(op.Activation)}>(ref {op.Source.Name}, ref {BufferEmitter.GradientOf(op.Target)}, ref {BufferEmitter.GradientOf(op.Source)}, rows, {op.Target.Width}, {op.Source.Stride}, {op.Target.Stride}{Arguments(op)});");
    }

    private static string Class(GatedUnitOp op) => op.Clamp is null ? "GatedUnit" : "ClampedGatedUnit";

    private static string Title(GatedUnitOp op) => op.Clamp is null ? "" : ", clamped";

    private static string Arguments(GatedUnitOp op) => op.Clamp is not { } clamp ? ""
        : $", limit: {(clamp.Limit == 0 ? "float.PositiveInfinity" : Literal.OfSingle(clamp.Limit))}, alpha: {Literal.OfSingle(clamp.Alpha)}, upOffset: {Literal.OfSingle(clamp.UpOffset)}";
}
