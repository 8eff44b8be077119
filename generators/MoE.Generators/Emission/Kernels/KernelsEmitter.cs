using System;
using System.Linq;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Kernels;

/// <summary>The class with a block's linear layers: the shape of each, and what runs it.</summary>
internal static class KernelsEmitter
{
    /// <param name="whose">Whose layers they are, for the doc comment.</param>
    /// <param name="name">The name of the class.</param>
    /// <param name="isTrained">Whether the layers that only training runs are there.</param>
    public static void Emit(SourceWriter writer, string whose, string name, BlockPlan plan, bool isTrained)
    {
        writer.Summary($"The linear layers of {whose}. One row has a kernel of its own; many rows go through the library's tiles.");
        using (writer.Block($"internal static class {name}"))
        {
            foreach (LinearPlan linear in plan.Linears)
            {
                EmitShape(writer, linear);
                writer.Line();
                EmitRun(writer, linear);
                writer.Line();
            }
            foreach (LinearPlan linear in plan.BatchLinears.Concat(isTrained ? plan.TrainingLinears : []))
            {
                EmitShape(writer, linear);
                writer.Line();
            }
        }
    }

    private static void EmitShape(SourceWriter writer, LinearPlan linear)
    {
        writer.Summary($"{linear.Summary}: {RowKernelEmitter.Order(linear)}.");
        if (linear.Form == LinearForm.Blocks)
        {
            writer.Line($"public static readonly QuantizedShape {linear.Name}Shape = new(inputs: {linear.Inputs}, outputs: {linear.Outputs}, inputStride: {linear.InputStride}, outputStride: {linear.OutputStride}, hasReLU: {Literal.Of(linear.HasReLU)});");
            return;
        }
        writer.Line($"public static readonly LinearShape {linear.Name}Shape = new(");
        using IDisposable indent = writer.Indent();
        writer.Line($"inputs: {linear.Inputs}, outputs: {linear.Outputs}, inputStride: {linear.InputStride}, outputStride: {linear.OutputStride},");
        writer.Line($"panelWidth: {linear.PanelWidth}, chains: {linear.Chains}, chainLength: {linear.ChainLength}, hasBias: {Literal.Of(linear.HasBias)}, hasReLU: {Literal.Of(linear.HasReLU)});");
    }

    private static void EmitRun(SourceWriter writer, LinearPlan linear)
    {
        writer.Summary($"{linear.Summary}.");
        if (linear.RowKernel?.Name is not { } kernel)
        {
            writer.Line($"public static void {linear.Name}(ref float x, ref float w, ref float y, int rows, ref float quantized) =>");
            writer.Line($"    {linear.Storage.Format}Layer.Rows({linear.Name}Shape, ref x, ref w, ref y, rows, ref quantized);");
            return;
        }
        using IDisposable method = writer.Block($"public static void {linear.Name}(ref float x, ref float w, ref float y, int rows)");
        if (linear.Form == LinearForm.Dots)
        {
            writer.Line("for (int row = 0; row < rows; row++)");
            writer.Line($"    {kernel}.Row({Reference.At("x", $"row * {linear.InputStride}")}, ref w, {Reference.At("y", $"row * {linear.OutputStride}")});");
            return;
        }
        writer.Line("if (rows == 1)");
        writer.Line($"    {kernel}.Row(ref x, ref w, ref y);");
        writer.Line("else");
        writer.Line($"    {(linear.Storage == StorageFormat.Float32 ? "LinearLayer" : "BFloat16Layer")}.Rows({linear.Name}Shape, ref x, ref w, ref y, rows);");
    }
}
