using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Generators.Emission.Ops;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Blocks;

/// <summary>The methods of a shape of expert, and the choice among a mixture's experts.</summary>
internal static class ExpertEmitter
{
    public const string ForwardParameters = "ref float y, int rows, ref float saved, ExpertPass pass";

    public const string BackwardParameters = "ref float yGradient, int rows, ref float saved, ref float gradients, ref float scratch, ExpertPass pass";

    /// <summary>Prints, for each shape, what to do with an expert of it; <c>w</c> refers to that expert's parameters.</summary>
    public static void Choice(SourceWriter writer, IReadOnlyList<ExpertRange> experts, Func<ExpertRange, string> call)
    {
        if (experts.Count == 0)
            return;
        if (experts.Count == 1)
        {
            ExpertRange only = experts[0];
            writer.Line($"ref float w = {Reference.At("Parameters", OffsetOf(only))};");
            writer.Line(call(only));
            return;
        }
        using IDisposable choice = writer.Block("switch (expert)");
        foreach (ExpertRange range in experts)
        {
            writer.Line(range.Count == 1 ? $"case {range.First}:" : $"case >= {range.First} and < {range.First + range.Count}:");
            using (writer.Block(""))
            {
                writer.Line($"ref float w = {Reference.At("Parameters", OffsetOf(range))};");
                writer.Line(call(range));
                writer.Line("break;");
            }
        }
    }

    public static void Predict(SourceWriter writer, ModelPlan model, MixturePlan mixture, ExpertPlan expert, string kernels)
    {
        writer.Summary($"{Title(mixture, expert)}.");
        using IDisposable method = writer.Block($"{Modifiers(mixture)} void {expert.Name}({PartEmitter.Parameter(model, expert)}ref float x, ref float w, ref float y, int rows, ref float scratch)");
        BufferEmitter.Forward(writer, expert.Hidden, "scratch");
        foreach (OpPlan op in expert.Ops)
            OpEmitters.Of(op).Predict(writer, op, kernels);
    }

    public static void Forward(SourceWriter writer, ModelPlan model, MixturePlan mixture, ExpertPlan expert, string kernels)
    {
        writer.Summary($"{Title(mixture, expert)}.");
        using IDisposable method = writer.Block($"{Modifiers(mixture)} void {expert.Name}Forward({PartEmitter.Parameter(model, expert)}ref float x, ref float w, {ForwardParameters})");
        BufferEmitter.Forward(writer, expert.Saved, "saved");
        foreach (OpPlan op in expert.Ops)
            OpEmitters.Of(op).Forward(writer, op, kernels);
    }

    public static void Backward(SourceWriter writer, ModelPlan model, MixturePlan mixture, ExpertPlan expert, string kernels)
    {
        writer.Summary($"{Title(mixture, expert)}, from the end to the beginning.");
        using IDisposable method = writer.Block($"{Modifiers(mixture)} void {expert.Name}Backward({PartEmitter.Parameter(model, expert)}ref float x, ref float w, {BackwardParameters})");
        BufferEmitter.Backward(writer, expert);
        foreach (OpPlan op in expert.Ops.Reverse())
            OpEmitters.Of(op).Backward(writer, op, kernels);
    }

    // Whether rows are sparse, the mixture knows.
    private static string Modifiers(MixturePlan mixture) => mixture.SparseInputs == SparseInputsPlan.Read ? "private" : "private static";

    private static string Title(MixturePlan mixture, ExpertPlan expert) =>
        string.Join(", ", mixture.AllExperts.Where(range => range.Expert == expert).Select(range => range.Title)) + ": " + DocText.Of(expert.Summary);

    private static string OffsetOf(ExpertRange range) => range.Count == 1
        ? Literal.Of(range.Offset)
        : range.First == 0 ? $"{range.Offset} + expert * {range.Expert.Floats}" : $"{range.Offset} + (expert - {range.First}) * {range.Expert.Floats}";
}
