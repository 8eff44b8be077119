using System;
using MoE.Generators.Planning;
using MoE.Specification;

namespace MoE.Generators.Emission.Kernels;

/// <summary>The file with the kernels that a model brings: one row through a layer of one shape, the choice of the instruction set, and a method for each.</summary>
internal static class RowKernelEmitter
{
    private static readonly string[] Usings =
        ["MoE.Layers", "MoE.Numerics", "System.Runtime.CompilerServices", "System.Runtime.Intrinsics", "System.Runtime.Intrinsics.X86"];

    /// <summary>No model's file has such a name: after a hyphen theirs have digits.</summary>
    public static string HintName(string model) => model + "-Kernels.g.cs";

    public static string Emit(EquatableArray<RowKernelPlan> kernels)
    {
        SourceWriter writer = GeneratedFile.Begin();
        using (GeneratedFile.Open(writer, Usings))
        {
            foreach (RowKernelPlan kernel in kernels)
            {
                writer.Line();
                EmitKernel(writer, kernel);
            }
        }
        return writer.ToString();
    }

    /// <summary>In what order an output is summed.</summary>
    public static string Order(LinearPlan layer)
    {
        if (layer.Form == LinearForm.Blocks)
            return $"{Count(layer.Panels, "panel")} of 16 outputs, each a sum of {Count(Padding.DivideUp(layer.Inputs, StorageFormat.Block), "block")} of {layer.Storage.Format} codes";
        return layer.Form == LinearForm.Dots
            ? $"{layer.Outputs} sums of {layer.PaddedInputs} products in 16 lanes"
            : $"{Count(layer.Panels, "panel")} of {layer.PanelWidth} outputs, each a sum of {Count(layer.Chains, "chain")} of up to {layer.ChainLength}";

        static string Count(int number, string thing) => number == 1 ? "one " + thing : $"{number} {thing}s";
    }

    private static void EmitKernel(SourceWriter writer, RowKernelPlan kernel)
    {
        LinearPlan layer = kernel.Layer;
        writer.Summary($"{layer.Summary}, one row: {Order(layer)}.");
        using IDisposable type = writer.Block($"internal static class {kernel.Name}");
        EmitChoice(writer, layer);
        foreach (Dialect dialect in Dialect.All)
        {
            writer.Line();
            writer.Summary($"For {dialect.Title}.");
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
            using IDisposable method = writer.Block($"private static void Row{dialect.Name}(ref float x, ref float w, ref float y)");
            if (layer.Form == LinearForm.Dots)
                DotEmitter.Emit(writer, layer, dialect);
            else
                PanelRowEmitter.Emit(writer, layer, dialect);
        }
    }

    private static void EmitChoice(SourceWriter writer, LinearPlan layer)
    {
        writer.Summary("In the best instruction set of the machine; nothing behind the row is touched.");
        using IDisposable method = writer.Block("public static void Row(ref float x, ref float w, ref float y)");
        writer.Line("if (Avx512F.IsSupported)");
        writer.Line("    RowAvx512(ref x, ref w, ref y);");
        writer.Line("else if (Avx2.IsSupported && Fma.IsSupported)");
        writer.Line("    RowAvx2(ref x, ref w, ref y);");
        writer.Line("else");
        string library = layer.Storage == StorageFormat.Float32 ? "" : layer.Storage.Format.ToString();
        writer.Line(layer.Form == LinearForm.Dots
            ? $"    DotRow.Run{library}(ref x, ref w, ref y, {layer.Inputs}, {layer.Outputs}, {layer.Chains}, {Literal.Of(layer.HasReLU)});"
            : $"    PanelRow.Run{library}(ref x, ref w, ref y, {layer.Inputs}, {layer.Outputs}, {layer.PanelWidth}, {layer.ChainLength}, {Literal.Of(layer.HasReLU)});");
    }
}
