using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>Dropout: the same mask on the values and, on the way back, on their gradients.</summary>
internal sealed class DropoutOpEmitter : OpEmitter<DropoutOp>
{
    protected override void Predict(SourceWriter writer, DropoutOp op, string kernels)
    {
    }

    protected override void Forward(SourceWriter writer, DropoutOp op, string kernels) => Apply(writer, op, op.Target.Name);

    protected override void Backward(SourceWriter writer, DropoutOp op, string kernels) => Apply(writer, op, BufferEmitter.GradientOf(op.Target));

    private static void Apply(SourceWriter writer, DropoutOp op, string values) =>
        writer.Line($"pass.Dropout.Apply(ref {values}, rows, {op.Target.Width}, {op.Target.Stride}, {Literal.OfDouble(op.Rate)}, {op.Position});");
}
