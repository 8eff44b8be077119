using System;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Kernels;

/// <summary>A tile whose chains are short: it runs through all of them, sums and totals in registers.</summary>
internal static class ShortChainTileEmitter
{
    public static void EmitTile(SourceWriter writer, LinearPlan plan, Dialect dialect, int rows, int vectors)
    {
        writer.Summary($"{rows} rows by {vectors * dialect.Lanes} outputs, chain after chain.");
        using IDisposable method = LinearEmitter.KernelHeader(writer, $"private static void {plan.Name}Rows{rows}(ref float x, ref float w, ref float bias, ref float y)");
        for (int vector = 0; vector < vectors; vector++)
            writer.Line($"var b{vector} = {dialect.Load("bias", Literal.Of(vector * dialect.Lanes))};");
        ForEachSum((row, vector) => writer.Line($"var row{row}Total{vector} = b{vector};"));
        int whole = plan.Inputs / plan.ChainLength;
        int rest = plan.Inputs - (whole * plan.ChainLength);
        using (writer.Block(whole > 1 ? $"for (int chain = 0; chain < {whole}; chain++)" : ""))
            EmitChain(plan.ChainLength);
        if (rest > 0)
        {
            using (writer.Block(""))
                EmitChain(rest);
        }
        ForEachSum((row, vector) =>
        {
            string total = $"row{row}Total{vector}";
            string offset = Literal.Of((row * plan.OutputStride) + (vector * dialect.Lanes));
            writer.Line($"{(plan.HasReLU ? dialect.ReLU(total) : total)}.StoreUnsafe(ref y{(offset == "0" ? "" : ", " + offset)});");
        });

        void EmitChain(int length)
        {
            ForEachSum((row, vector) => writer.Line($"var row{row}Sum{vector} = {dialect.Zero};"));
            using (writer.Block($"for (int input = 0; input < {length}; input++)"))
                PanelTileEmitter.EmitStep(writer, plan, dialect, rows, vectors);
            ForEachSum((row, vector) => writer.Line($"row{row}Total{vector} += row{row}Sum{vector};"));
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
}
