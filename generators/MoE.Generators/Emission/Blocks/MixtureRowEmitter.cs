using System;
using MoE.Generators.Emission.Gates;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Blocks;

/// <summary>A whole row through a mixture, without the detour over blocks of rows, unless rows see each other: then a row alone is a call like any other.</summary>
internal static class MixtureRowEmitter
{
    public static void Emit(SourceWriter writer, MixturePlan plan, string kernels)
    {
        writer.Summary("One row of inputs -> one row of outputs.");
        using IDisposable method = writer.Block("public void PredictRow(ReadOnlySpan<float> inputs, Span<float> outputs)");
        if (plan.RowsSeeEachOther)
            writer.Line("MixturePredictor.Predict(this, inputs, outputs, 1, 1);");
        else
            EmitBody(writer, plan, kernels);
    }

    private static void EmitBody(SourceWriter writer, MixturePlan plan, string kernels)
    {
        int topK = plan.TopK;
        int logits = 0;
        int weights = logits + plan.Gate.LogitStride;
        int experts = weights + Padding.RoundUp(topK, Padding.Line);
        int slots = experts + Padding.RoundUp(topK, Padding.Line);
        int hidden = slots + (topK * plan.Output.Stride);
        int padded = hidden + (4 * plan.ScratchStride);
        int floats = padded + (plan.ReadsInputPadding ? plan.Input.Stride : 0);
        writer.Line("ref float input = ref MemoryMarshal.GetReference(inputs);");
        writer.Line("ref float output = ref MemoryMarshal.GetReference(outputs);");
        using (writer.Block($"if (!FiniteCheck.IsFinite(ref input, {plan.Input.Width}))"))
        {
            writer.Line("outputs.Fill(float.NaN);");
            writer.Line("return;");
        }
        writer.Line($"using Scratch scratch = Scratch.Rent({floats});");
        writer.Line("ref float logits = ref scratch.Origin;");
        writer.Line($"ref float weights = {Reference.At("logits", weights)};");
        writer.Line($"ref int experts = ref Unsafe.As<float, int>({Reference.At("logits", experts)});");
        writer.Line($"ref float slots = {Reference.At("logits", slots)};");
        writer.Line($"ref float hidden = {Reference.At("logits", hidden)};");
        if (plan.ReadsInputPadding)
        {
            writer.Line("// Kernels read whole vectors: behind the row lie zeros.");
            writer.Line($"ref float x = {Reference.At("logits", padded)};");
            writer.Line($"inputs.CopyTo(MemoryMarshal.CreateSpan(ref x, {plan.Input.Width}));");
            writer.Line($"MemoryMarshal.CreateSpan({Reference.At("x", plan.Input.Width)}, {plan.Input.Stride - plan.Input.Width}).Clear();");
        }
        else
            writer.Line("ref float x = ref input;");
        writer.Line();
        if (plan.Gate.Layer is { } layer)
        {
            writer.Line($"// {layer.Summary}");
            GateLayerEmitters.Of(layer).Row(writer, layer, kernels);
        }
        writer.Line($"// {plan.Gate.Choice}");
        writer.Line("s_router.RouteRows(1, ref x, 0, ref logits, 0, ref Parameters, ref experts, ref weights);");
        if (topK == 1)
            writer.Line("RunExpert(experts, ref x, ref slots, 1, ref hidden);");
        else
        {
            writer.Line($"for (int slot = 0; slot < {topK}; slot++)");
            writer.Line($"    RunExpert(Unsafe.Add(ref experts, slot), ref x, {Reference.At("slots", $"slot * {plan.Output.Stride}")}, 1, ref hidden);");
        }
        writer.Line($"Combine.Row(ref slots, {plan.Output.Stride}, ref weights, {topK}, ref output, {plan.Output.Width});");
        if (plan.MixesProbabilities)
            writer.Line($"LogProbabilities.Forward(ref output, LogProbabilities.Total(ref weights, {topK}), {plan.Output.Width});");
        if (plan.Shared is { } shared)
        {
            writer.Line($"// {shared.Name}: {shared.Expert.Summary}");
            writer.Line($"RunExpert({shared.First}, ref x, ref slots, 1, ref hidden);");
            writer.Line($"Combine.Add(ref slots, ref output, {plan.Output.Width});");
        }
    }
}
