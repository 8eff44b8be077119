using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>Calls a linear layer's kernel.</summary>
internal sealed class LinearOpEmitter : OpEmitter<LinearOp>
{
    protected override void Predict(SourceWriter writer, LinearOp op, string kernels)
    {
        writer.Line($"// {op.Linear.Summary}");
        writer.Line($"{kernels}.{op.Linear.Name}(ref {op.Source.Name}, {Reference.At("w", op.Offset)}, ref {op.Target.Name}, rows{(op.Linear.Form == LinearForm.Blocks ? $", ref {ExpertPlan.QuantizedName}" : "")});");
    }

    protected override void Backward(SourceWriter writer, LinearOp op, string kernels)
    {
        LinearPlan linear = op.Linear;
        string gradient = BufferEmitter.GradientOf(op.Target);
        // What the layer wrote is asked for by ReLU alone.
        string written = linear.HasReLU ? op.Target.Name : gradient;
        writer.Line($"// {linear.Summary}: the gradients of its parameters{(op.Transposed is null ? "" : ", then of what it read")}");
        writer.Line($"LinearLayer.Backward({kernels}.{linear.Name}Shape, ref {op.Source.Name}, ref {written}, ref {gradient}, {Reference.At("gradients", op.Offset)}, rows);");
        if (op.Transposed is { } back)
            writer.Line($"LinearLayer.BackwardInputs({kernels}.{linear.Name}Shape, {kernels}.{back.Name}Shape, {Reference.At("w", op.Offset)}, ref transposed, ref {gradient}, ref {BufferEmitter.GradientOf(op.Source)}, rows);");
    }
}
