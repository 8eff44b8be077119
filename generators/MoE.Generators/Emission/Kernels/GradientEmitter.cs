using System;
using System.Linq;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Kernels;

/// <summary>
/// The gradient of a layer's weights, where they lie: sums over the rows of what came in times the gradient of what went
/// out, each one chain in row order. Panels spread an input over their outputs, dots an output's gradient over the inputs.
/// </summary>
internal static class GradientEmitter
{
    public static void EmitDispatch(SourceWriter writer, LinearPlan plan)
    {
        writer.Summary($"The weights' gradient of {plan.Summary}, overwritten; zeros for zero rows.");
        LinearEmitter.EmitChoice(writer, plan.Name + "Gradient", "ref float x, ref float dy, ref float gradient, int rows", "ref x, ref dy, ref gradient, rows");
    }

    public static void EmitLeg(SourceWriter writer, LinearPlan plan, Dialect dialect)
    {
        if (plan.Form == LinearForm.Panels)
            EmitPanels(writer, plan, dialect);
        else
            EmitDots(writer, plan, dialect);
    }

    private static void EmitPanels(SourceWriter writer, LinearPlan plan, Dialect dialect)
    {
        int vectors = Math.Min(2, plan.PanelWidth / dialect.Lanes);
        int columns = vectors * dialect.Lanes;
        int[] tiles = [.. new[] { dialect.TileRows[0], 4, 1 }.Distinct().Where(tile => tile <= plan.Inputs)];
        writer.Summary("Panel by panel, a few inputs at a time.");
        using (LinearEmitter.KernelHeader(writer, $"public static void {plan.Name}Gradient(ref float x, ref float dy, ref float gradient, int rows)"))
        {
            using IDisposable panels = writer.Block($"for (int column = 0; column < {plan.PaddedOutputs}; column += {columns})");
            writer.Line($"ref float columns = {Reference.At("dy", "column")};");
            writer.Line($"ref float weights = {Reference.At("gradient", $"{plan.BiasFloats} + column / {plan.PanelWidth} * {plan.PanelFloats} + column % {plan.PanelWidth}")};");
            writer.Line("int input = 0;");
            int done = 0;
            foreach (int tile in tiles)
            {
                int end = done + ((plan.Inputs - done) / tile * tile);
                if (end == done)
                    continue;
                writer.Line($"for (; input < {end}; input += {tile})");
                writer.Line($"    {plan.Name}Gradient{tile}({Reference.At("x", "input")}, ref columns, {Reference.At("weights", $"input * {plan.PanelWidth}")}, rows);");
                done = end;
            }
        }
        foreach (int tile in tiles)
        {
            writer.Line();
            writer.Summary($"{tile} inputs by {columns} outputs.");
            EmitTile(writer, dialect, $"{plan.Name}Gradient{tile}", tile, vectors, plan.InputStride, plan.OutputStride, plan.PanelWidth);
        }
    }

    private static void EmitDots(SourceWriter writer, LinearPlan plan, Dialect dialect)
    {
        int vectors = plan.Outputs <= 4 && plan.PaddedInputs % (2 * dialect.Lanes) == 0 ? 2 : 1;
        writer.Summary("All outputs, a few inputs at a time.");
        using (LinearEmitter.KernelHeader(writer, $"public static void {plan.Name}Gradient(ref float x, ref float dy, ref float gradient, int rows)"))
        {
            writer.Line($"for (int input = 0; input < {plan.PaddedInputs}; input += {vectors * dialect.Lanes})");
            writer.Line($"    {plan.Name}GradientTile(ref dy, {Reference.At("x", "input")}, {Reference.At("gradient", $"{plan.BiasFloats} + input")}, rows);");
        }
        writer.Line();
        writer.Summary($"{plan.Outputs} outputs by {vectors * dialect.Lanes} inputs.");
        EmitTile(writer, dialect, plan.Name + "GradientTile", plan.Outputs, vectors, plan.OutputStride, plan.InputStride, plan.PaddedInputs);
    }

    /// <summary>gradient[i][v] = sum over the rows of a[row][i] * b[row][v]: a one by one, b in vectors.</summary>
    private static void EmitTile(SourceWriter writer, Dialect dialect, string name, int count, int vectors, int strideA, int strideB, int targetStride)
    {
        using IDisposable method = LinearEmitter.KernelHeader(writer, $"private static void {name}(ref float a, ref float b, ref float gradient, int rows)");
        for (int index = 0; index < count; index++)
        {
            for (int vector = 0; vector < vectors; vector++)
                writer.Line($"var sum{index}_{vector} = {dialect.Zero};");
        }
        using (writer.Block("for (int row = 0; row < rows; row++)"))
        {
            for (int vector = 0; vector < vectors; vector++)
                writer.Line($"var b{vector} = {dialect.Load("b", Literal.Of(vector * dialect.Lanes))};");
            for (int index = 0; index < count; index++)
            {
                writer.Line($"var a{index} = {dialect.Broadcast(Reference.Value("a", index))};");
                for (int vector = 0; vector < vectors; vector++)
                    writer.Line($"sum{index}_{vector} = {dialect.Fma("a" + index, "b" + vector, $"sum{index}_{vector}")};");
            }
            writer.Line($"a = {Reference.At("a", strideA)};");
            writer.Line($"b = {Reference.At("b", strideB)};");
        }
        for (int index = 0; index < count; index++)
        {
            for (int vector = 0; vector < vectors; vector++)
            {
                int offset = (index * targetStride) + (vector * dialect.Lanes);
                writer.Line(offset == 0 ? $"sum{index}_{vector}.StoreUnsafe(ref gradient);" : $"sum{index}_{vector}.StoreUnsafe(ref gradient, {offset});");
            }
        }
    }
}
