using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>Calls a linear layer's kernel.</summary>
internal static class LinearOpEmitter
{
    public static void Forward(SourceWriter writer, LinearOp op, string kernels)
    {
        writer.Line($"// {op.Linear.Summary}");
        writer.Line($"{kernels}.{op.Linear.Name}(ref {op.Source.Name}, {Reference.At("w", op.Offset)}, ref {op.Target.Name}, rows);");
    }

    public static void Backward(SourceWriter writer, LinearOp op, string kernels)
    {
        LinearPlan linear = op.Linear;
        string source = op.Source.Name;
        string target = OpEmitter.GradientOf(op.Target);
        writer.Line($"// {linear.Summary}: the gradients of its parameters{(op.Transposed is null ? "" : ", then of what it read")}");
        if (linear.HasReLU)
            writer.Line($"ActivationPass.Backward<ReLUActivation>(ref {op.Target.Name}, ref {target}, rows, {op.Target.Width}, {op.Target.Stride});");
        if (linear.HasBias)
            writer.Line($"ColumnSum.Run(ref {target}, rows, {linear.PaddedOutputs}, {linear.OutputStride}, {Reference.At("gradients", op.Offset)});");
        writer.Line($"{kernels}.{linear.Name}Gradient(ref {source}, ref {target}, {Reference.At("gradients", op.Offset)}, rows);");
        if (op.Transposed is not { } back)
            return;
        writer.Line($"WeightTransposition.Run({Reference.At("w", op.Offset)}, {Placed(linear)}, ref transposed, {Placed(back)}, {back.Floats}, {linear.Outputs}, {linear.Inputs});");
        writer.Line($"{kernels}.{back.Name}(ref {target}, ref transposed, ref {OpEmitter.GradientOf(op.Source)}, rows);");
    }

    private static string Placed(LinearPlan linear) =>
        $"new TensorPlacement({linear.Weight.Offset}, {linear.Weight.Lanes}, {linear.Weight.GroupStride}, {linear.Weight.InputStride})";
}
