using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>Adds the gate's part of the input gradient.</summary>
internal sealed class ShareInputOpEmitter : OpEmitter<ShareInputOp>
{
    protected override void Predict(SourceWriter writer, ShareInputOp op, string kernels)
    {
    }

    protected override void Backward(SourceWriter writer, ShareInputOp op, string kernels)
    {
        writer.Line("// what the gate read, too");
        writer.Line($"SigmoidScale.AddInputGradients(ref {BufferEmitter.GradientOf(op.Share)}, {Reference.At("w", op.Weight.Offset)}, ref {BufferEmitter.GradientOf(op.Source)}, rows, {op.Source.Width}, {op.Share.Stride}, {op.Weight.InputStride}, {op.Source.Stride});");
    }
}
