using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>A forest of the library. It has no gradient: a Fit grows it.</summary>
internal sealed class ForestOpEmitter : OpEmitter<ForestOp>
{
    protected override void Predict(SourceWriter writer, ForestOp op, string kernels) =>
        writer.Line($"part.Predict(ref {op.Source.Name}, {op.Source.Stride}, ref {op.Target.Name}, {op.Target.Stride}, rows);");

    protected override void Backward(SourceWriter writer, ForestOp op, string kernels)
    {
    }
}
