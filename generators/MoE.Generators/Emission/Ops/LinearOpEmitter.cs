using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>Calls a linear layer's kernel.</summary>
internal sealed class LinearOpEmitter : OpEmitter<LinearOp>
{
    protected override void Predict(SourceWriter writer, LinearOp op, string kernels) => Run(writer, op, kernels, "Rows", "");

    protected override void Forward(SourceWriter writer, LinearOp op, string kernels) => Run(writer, op, kernels, "Forward", ", pass");

    protected override void Backward(SourceWriter writer, LinearOp op, string kernels)
    {
        LinearPlan linear = op.Linear;
        string gradient = BufferEmitter.GradientOf(op.Target);
        // What the layer wrote is asked for by ReLU alone.
        string written = linear.HasReLU ? op.Target.Name : gradient;
        string arguments = $"{kernels}.{linear.Name}Shape, ref {op.Source.Name}, ref {written}, ref {gradient}, {Reference.At("gradients", op.Offset)}, rows";
        writer.Line($"// {linear.Summary}: the gradients of its parameters{(op.Transposed is null ? "" : ", then of what it read")}");
        if (op.ReadsSparseRows)
            SparseChoice.Emit(writer, $"SparseLinear.Backward({arguments}, pass);", $"LinearLayer.Backward({arguments});");
        else
            writer.Line($"LinearLayer.Backward({arguments});");
        if (op.Transposed is { } back)
            writer.Line($"LinearLayer.BackwardInputs({kernels}.{linear.Name}Shape, {kernels}.{back.Name}Shape, {Reference.At("w", op.Offset)}, ref transposed, ref {gradient}, ref {BufferEmitter.GradientOf(op.Source)}, rows);");
    }

    private static void Run(SourceWriter writer, LinearOp op, string kernels, string sparse, string pass)
    {
        string arguments = $"ref {op.Source.Name}, {Reference.At("w", op.Offset)}, ref {op.Target.Name}, rows";
        writer.Line($"// {op.Linear.Summary}");
        if (op.ReadsSparseRows)
            SparseChoice.Emit(writer, $"SparseLinear.{sparse}({kernels}.{op.Linear.Name}Shape, {arguments}{pass});", $"{kernels}.{op.Linear.Name}({arguments});");
        else
            writer.Line($"{kernels}.{op.Linear.Name}({arguments});");
    }
}
