using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>Another mixture, which takes rows as a model takes them.</summary>
internal sealed class NestedOpEmitter : OpEmitter<NestedOp>
{
    protected override void Predict(SourceWriter writer, NestedOp op, string kernels)
    {
        writer.Line("if (rows == 1)");
        writer.Line($"    part.PredictRow(MemoryMarshal.CreateReadOnlySpan(ref {op.Source.Name}, {op.Source.Width}), MemoryMarshal.CreateSpan(ref {op.Target.Name}, {op.Target.Width}));");
        writer.Line("else");
        writer.Line($"    MixturePredictor.PredictNested(part, ref {op.Source.Name}, ref {op.Target.Name}, rows);");
    }

    protected override void Forward(SourceWriter writer, NestedOp op, string kernels) =>
        writer.Line($"pass.ForwardNested(ref {op.Source.Name}, ref {op.Target.Name});");

    protected override void Backward(SourceWriter writer, NestedOp op, string kernels)
    {
        writer.Line("if (rows == 0)");
        writer.Line($"    MemoryMarshal.CreateSpan(ref gradients, {op.Mixture.Size}).Clear();");
        writer.Line("else");
        writer.Line($"    pass.BackwardNested(ref {BufferEmitter.GradientOf(op.Target)});");
    }
}
