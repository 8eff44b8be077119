using System;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Kernels;

/// <summary>The kernels of a linear layer: the method that picks the instruction set, and one for each of them.</summary>
internal static class LinearEmitter
{
    public static void EmitDispatch(SourceWriter writer, LinearPlan plan)
    {
        Describe(writer, plan);
        EmitChoice(writer, plan.Name, "ref float x, ref float w, ref float y, int rows", "ref x, ref w, ref y, rows");
    }

    /// <summary>A method that calls its namesake for the machine's best instruction set.</summary>
    public static void EmitChoice(SourceWriter writer, string name, string parameters, string arguments)
    {
        using IDisposable method = writer.Block($"public static void {name}({parameters})");
        writer.Line("if (Avx512F.IsSupported)");
        Call(Dialect.Avx512);
        writer.Line("else if (Avx2.IsSupported && Fma.IsSupported)");
        Call(Dialect.Avx2);
        writer.Line("else");
        Call(Dialect.Portable);

        void Call(Dialect dialect) => writer.Line($"    {dialect.ClassName}.{name}({arguments});");
    }

    public static void EmitLeg(SourceWriter writer, LinearPlan plan, Dialect dialect)
    {
        if (plan.Form == LinearForm.Dots)
        {
            DotEmitter.Emit(writer, plan, dialect);
            return;
        }
        writer.Summary(plan.Summary);
        using (KernelHeader(writer, $"public static void {plan.Name}(ref float x, ref float w, ref float y, int rows)"))
        {
            using (writer.Block("if (rows == 1)"))
            {
                writer.Line($"{plan.Name}Row(ref x, ref w, ref y);");
                writer.Line("return;");
            }
            PanelTileEmitter.EmitLoops(writer, plan, dialect);
        }
        writer.Line();
        PanelRowEmitter.Emit(writer, plan, dialect);
        foreach (int rows in dialect.TileRows)
        {
            writer.Line();
            PanelTileEmitter.EmitTile(writer, plan, dialect, rows);
        }
    }

    /// <summary>A method that is compiled at full strength on its first call.</summary>
    public static IDisposable KernelHeader(SourceWriter writer, string header)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        return writer.Block(header);
    }

    private static void Describe(SourceWriter writer, LinearPlan plan)
    {
        string order = plan.Form == LinearForm.Dots
            ? $"{plan.Outputs} sums of {plan.PaddedInputs} products in 16 lanes"
            : $"{Count(plan.Panels, "panel")} of {plan.PanelWidth} outputs, each a sum of {Count(plan.Chains, "chain")} of up to {plan.ChainLength}";
        writer.Summary($"{plan.Summary}: {order}. Rows of x are {plan.InputStride} floats apart, of y {plan.OutputStride}.");

        static string Count(int number, string thing) => number == 1 ? "one " + thing : $"{number} {thing}s";
    }
}
