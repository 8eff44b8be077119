using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>Calls a linear layer's kernel.</summary>
internal sealed class LinearOpEmitter : OpEmitter<LinearOp>
{
    protected override void Predict(SourceWriter writer, LinearOp op, string kernels)
    {
        string arguments = $"ref {op.Source.Name}, {Reference.At("w", op.Offset)}, ref {op.Target.Name}, rows";
        string whole = $"{kernels}.{op.Linear.Name}({arguments}{(op.Linear.Form == LinearForm.Blocks ? $", ref {ExpertPlan.QuantizedName}" : "")});";
        writer.Line($"// {op.Linear.Summary}");
        if (op.ReadsSparseRows)
            SparseChoice.Emit(writer, $"SparseLinear.Rows({kernels}.{op.Linear.Name}Shape, {arguments});", whole);
        else
            writer.Line(whole);
    }

    protected override void Backward(SourceWriter writer, LinearOp op, string kernels)
    {
        LinearPlan linear = op.Linear;
        string gradient = BufferEmitter.GradientOf(op.Target);
        // What the layer wrote is asked for by ReLU alone.
        string written = linear.HasReLU ? op.Target.Name : gradient;
        string call = $"Backward({kernels}.{linear.Name}Shape, ref {op.Source.Name}, ref {written}, ref {gradient}, {Reference.At("gradients", op.Offset)}, rows);";
        writer.Line($"// {linear.Summary}: the gradients of its parameters{(op.Transposed is null ? "" : ", then of what it read")}");
        if (op.ReadsSparseRows)
            SparseChoice.Emit(writer, $"SparseLinear.{call}", $"LinearLayer.{call}");
        else
            writer.Line($"LinearLayer.{call}");
        if (op.Transposed is { } back)
            writer.Line($"LinearLayer.BackwardInputs({kernels}.{linear.Name}Shape, {kernels}.{back.Name}Shape, {Reference.At("w", op.Offset)}, ref transposed, ref {gradient}, ref {BufferEmitter.GradientOf(op.Source)}, rows);");
    }
}
