using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>The user's own expert, called on its type: no interface is in between.</summary>
internal sealed class CustomOpEmitter : OpEmitter<CustomOp>
{
    protected override void Predict(SourceWriter writer, CustomOp op, string kernels)
    {
        writer.Line($"// {op.ShortName}, row by row");
        writer.Line("for (int row = 0; row < rows; row++)");
        writer.Line($"    part.Forward({Row(op.Source, op.Source.Name)}, {Parameters(op)}, MemoryMarshal.CreateSpan({Place(op.Target, op.Target.Name)}, {op.Target.Width}));");
    }

    /// <summary>Summed in row order.</summary>
    protected override void Backward(SourceWriter writer, CustomOp op, string kernels)
    {
        if (op.Parameters == 0)
            return;
        writer.Line($"// {op.ShortName}, row by row");
        writer.Line($"Span<float> sums = MemoryMarshal.CreateSpan(ref gradients, {op.Parameters});");
        writer.Line("sums.Clear();");
        if (!op.IsTrained)
            return;
        writer.Line("for (int row = 0; row < rows; row++)");
        writer.Line($"    part.Backward({Row(op.Source, op.Source.Name)}, {Parameters(op)}, {Row(op.Target, BufferEmitter.GradientOf(op.Target))}, sums);");
    }

    private static string Parameters(CustomOp op) => $"MemoryMarshal.CreateReadOnlySpan(ref w, {op.Parameters})";

    private static string Row(BufferPlan buffer, string name) => $"MemoryMarshal.CreateReadOnlySpan({Place(buffer, name)}, {buffer.Width})";

    private static string Place(BufferPlan buffer, string name) => Reference.At(name, $"row * {buffer.Stride}");
}
