using System;
using System.Linq;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Kernels;

/// <summary>Many rows: tiles of a few rows by two vectors of outputs, whose sums stay in registers along a chain.</summary>
internal static class PanelTileEmitter
{
    /// <summary>Panel by panel and chain by chain, so that the weights stay in the cache while all rows pass.</summary>
    public static void EmitLoops(SourceWriter writer, LinearPlan plan, Dialect dialect)
    {
        bool chained = plan.Chains > 1;
        bool split = Columns(plan, dialect) < plan.PanelWidth;
        using IDisposable? panels = plan.Panels > 1 ? writer.Block($"for (int panel = 0; panel < {plan.Panels}; panel++)") : null;
        using IDisposable? columns = split ? writer.Block($"for (int column = 0; column < {plan.PanelWidth}; column += {Columns(plan, dialect)})") : null;
        writer.Line($"ref float weights = {Reference.At("w", Sum(Literal.Of(plan.BiasFloats), Panel(plan.PanelFloats)))};");
        writer.Line($"ref float bias = {Reference.At("w", Sum(Panel(plan.PanelWidth)))};");
        writer.Line($"ref float target = {Reference.At("y", Sum(Panel(plan.PanelWidth)))};");
        if (!chained)
        {
            EmitRows(writer, plan, dialect);
            return;
        }
        using IDisposable chains = writer.Block($"for (int from = 0; from < {plan.Inputs}; from += {plan.ChainLength})");
        writer.Line($"int length = Math.Min({plan.ChainLength}, {plan.Inputs} - from);");
        writer.Line("// The first chain adds to the bias, which all rows share; the others to what is there.");
        writer.Line("ref float start = ref (from == 0 ? ref bias : ref target);");
        writer.Line($"int startStride = from == 0 ? 0 : {plan.OutputStride};");
        EmitRows(writer, plan, dialect);

        string Panel(int floats) => plan.Panels > 1 ? $"panel * {floats}" : "";

        string Sum(params string[] parts)
        {
            string[] terms = [.. parts.Append(split ? "column" : "").Where(part => part.Length > 0)];
            return terms.Length == 0 ? "0" : string.Join(" + ", terms);
        }
    }

    public static void EmitTile(SourceWriter writer, LinearPlan plan, Dialect dialect, int rows)
    {
        bool chained = plan.Chains > 1;
        int vectors = Vectors(plan, dialect);
        writer.Summary($"{rows} rows by {vectors * dialect.Lanes} outputs.");
        string parameters = chained
            ? "ref float x, ref float w, ref float start, int startStride, ref float y, int length" + (plan.HasReLU ? ", bool last" : "")
            : "ref float x, ref float w, ref float bias, ref float y";
        using IDisposable method = LinearEmitter.KernelHeader(writer, $"private static void {plan.Name}Rows{rows}({parameters})");
        ForEachSum((row, vector) => writer.Line($"var {Sum(row, vector)} = {dialect.Zero};"));
        using (writer.Block($"for (int input = 0; input < {(chained ? "length" : Literal.Of(plan.Inputs))}; input++)"))
        {
            for (int vector = 0; vector < vectors; vector++)
                writer.Line($"var w{vector} = {dialect.Load("w", Literal.Of(vector * dialect.Lanes))};");
            for (int line = 0; plan.IsFar && line < vectors * dialect.Lanes; line += Padding.Line)
                writer.Line($"Prefetch.Line(ref w, {(plan.ChainLength * plan.PanelWidth) + line});");
            for (int row = 0; row < rows; row++)
            {
                writer.Line($"var x{row} = {dialect.Broadcast(Reference.Value("x", row * plan.InputStride))};");
                for (int vector = 0; vector < vectors; vector++)
                    writer.Line($"{Sum(row, vector)} = {dialect.Fma("x" + row, "w" + vector, Sum(row, vector))};");
            }
            writer.Line($"x = {Reference.At("x", "1")};");
            writer.Line($"w = {Reference.At("w", Literal.Of(plan.PanelWidth))};");
        }
        if (chained)
            EmitChainEnd();
        else
            EmitEnd();

        void EmitEnd()
        {
            for (int vector = 0; vector < vectors; vector++)
                writer.Line($"var b{vector} = {dialect.Load("bias", Literal.Of(vector * dialect.Lanes))};");
            ForEachSum((row, vector) => Store(row, vector, Activated($"b{vector} + {Sum(row, vector)}")));
        }

        void EmitChainEnd()
        {
            for (int row = 0; row < rows; row++)
            {
                for (int vector = 0; vector < vectors; vector++)
                    writer.Line($"{Sum(row, vector)} = {dialect.Load("start", Literal.Of(vector * dialect.Lanes))} + {Sum(row, vector)};");
                if (row < rows - 1)
                    writer.Line($"start = {Reference.At("start", "startStride")};");
            }
            if (plan.HasReLU)
            {
                using (writer.Block("if (last)"))
                    ForEachSum((row, vector) => writer.Line($"{Sum(row, vector)} = {dialect.ReLU(Sum(row, vector))};"));
            }
            ForEachSum((row, vector) => Store(row, vector, Sum(row, vector)));
        }

        string Activated(string value) => plan.HasReLU ? dialect.ReLU(value) : "(" + value + ")";

        void Store(int row, int vector, string value)
        {
            string offset = Literal.Of((row * plan.OutputStride) + (vector * dialect.Lanes));
            writer.Line(offset == "0" ? $"{value}.StoreUnsafe(ref y);" : $"{value}.StoreUnsafe(ref y, {offset});");
        }

        void ForEachSum(Action<int, int> print)
        {
            for (int row = 0; row < rows; row++)
            {
                for (int vector = 0; vector < vectors; vector++)
                    print(row, vector);
            }
        }
    }

    private static void EmitRows(SourceWriter writer, LinearPlan plan, Dialect dialect)
    {
        int[] tiles = dialect.TileRows;
        writer.Line("int row = 0;");
        int next = tiles.Length > 1 ? tiles[1] : 0;
        writer.Line(next > 0 ? $"for (; row < rows - {next}; row += {tiles[0]})" : $"for (; row < rows; row += {tiles[0]})");
        Call(tiles[0]);
        // What is left takes the smallest tile that holds it: rows behind the last one are padding.
        foreach ((int tile, int index) in tiles.Select((tile, index) => (tile, index)).Skip(1))
        {
            int smaller = index + 1 < tiles.Length ? tiles[index + 1] : 0;
            writer.Line((index > 1 ? "else " : "") + (smaller > 0 ? $"if (row < rows - {smaller})" : "if (row < rows)"));
            Call(tile);
        }

        void Call(int tile)
        {
            string x = Reference.At("x", $"row * {plan.InputStride}{(plan.Chains > 1 ? " + from" : "")}");
            string y = Reference.At("target", $"row * {plan.OutputStride}");
            string weights = plan.Chains > 1 ? Reference.At("weights", $"from * {plan.PanelWidth}") : "ref weights";
            string start = plan.Chains > 1 ? Reference.At("start", "row * startStride") + ", startStride" : "ref bias";
            string end = plan.Chains > 1 ? ", length" + (plan.HasReLU ? $", from + length == {plan.Inputs}" : "") : "";
            writer.Line($"    {plan.Name}Rows{tile}({x}, {weights}, {start}, {y}{end});");
        }
    }

    private static int Vectors(LinearPlan plan, Dialect dialect) => Math.Min(2, plan.PanelWidth / dialect.Lanes);

    private static int Columns(LinearPlan plan, Dialect dialect) => Vectors(plan, dialect) * dialect.Lanes;

    private static string Sum(int row, int vector) => $"row{row}Sum{vector}";
}
