using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>
/// A sequence from its beginning, for an expert by itself: in a mixture, predicting or training, the library drives such experts, for
/// they see rows that are not theirs.
/// </summary>
internal sealed class SequenceOpEmitter : OpEmitter<SequenceOp>
{
    protected override void Predict(SourceWriter writer, SequenceOp op, string kernels)
    {
        writer.Line($"// {op.Mixer.Summary}");
        writer.Line($"{op.Field}.RunWhole(ref w, ref {op.Source.Name}, ref {op.Target.Name}, rows);");
    }

    protected override void Backward(SourceWriter writer, SequenceOp op, string kernels)
    {
    }
}
