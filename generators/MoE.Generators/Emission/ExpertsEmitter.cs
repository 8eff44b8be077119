using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Generators.Emission.Ops;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission;

/// <summary>The file with a model's forward pass: each kind of expert, the choice among them, a whole row.</summary>
internal static class ExpertsEmitter
{
    public static string Emit(ModelPlan plan)
    {
        SourceWriter writer = new();
        using (GeneratedFile.Open(writer))
        {
            writer.Summary($"The forward pass of {GeneratedFile.See(plan)}.");
            using (writer.Block($"internal static class {GeneratedFile.ClassName(plan, "Experts")}"))
            {
                EmitShape(writer, plan);
                writer.Line();
                writer.Summary("What divides the logits.");
                writer.Line($"public static float Temperature(ref float parameters) => {(plan.Gate.LearnsTemperature ? Reference.Value("parameters", plan.Gate.TemperatureOffset) : Literal.OfSingle(plan.Gate.Spec.Temperature.Value))};");
                writer.Line();
                EmitPredictRow(writer, plan);
                writer.Line();
                EmitRun(writer, plan);
                foreach (ExpertKindPlan kind in plan.Kinds)
                {
                    writer.Line();
                    EmitKind(writer, plan, kind);
                }
            }
        }
        return writer.ToString();
    }

    /// <summary>"Scope, Type": the experts of a kind, for comments.</summary>
    public static string NamesOf(ModelPlan plan, ExpertKindPlan kind) => string.Join(", ", plan.Experts
        .Where(range => range.Kind == kind)
        .Select(range => (range.Name ?? (range.Count == 1 ? "expert " + range.First : $"experts {range.First} to {range.First + range.Count - 1}")) + (range.Name is not null && range.Count > 1 ? $"0 to {range.Name}{range.Count - 1}" : "")));

    /// <summary>Prints, for each kind, what to do with an expert of it; <c>w</c> refers to that expert's parameters.</summary>
    public static void EmitChoice(SourceWriter writer, ModelPlan plan, string memory, Func<ExpertKindPlan, string> call)
    {
        if (plan.Experts.Count == 1)
        {
            ExpertRange only = plan.Experts[0];
            writer.Line($"ref float w = {Reference.At(memory, OffsetOf(only))};");
            writer.Line(call(only.Kind));
            return;
        }
        using IDisposable choice = writer.Block("switch (expert)");
        foreach (ExpertRange range in plan.Experts)
        {
            writer.Line(range.Count == 1 ? $"case {range.First}:" : $"case >= {range.First} and < {range.First + range.Count}:");
            using (writer.Block(""))
            {
                writer.Line($"ref float w = {Reference.At(memory, OffsetOf(range))};");
                writer.Line(call(range.Kind));
                writer.Line("break;");
            }
        }
    }

    private static string OffsetOf(ExpertRange range) => range.Count == 1
        ? Literal.Of(range.Offset)
        : range.First == 0 ? $"{range.Offset} + expert * {range.Kind.Floats}" : $"{range.Offset} + (expert - {range.First}) * {range.Kind.Floats}";

    private static void EmitShape(SourceWriter writer, ModelPlan plan)
    {
        writer.Summary("The sizes that the compiler chose.");
        writer.Line("public static readonly MixtureShape Shape = new(");
        using (writer.Indent())
        {
            (string Name, string Value)[] sizes =
            [
                ("Inputs", Literal.Of(plan.Input.Width)),
                ("InputStride", Literal.Of(plan.Input.Stride)),
                ("Outputs", Literal.Of(plan.Output.Width)),
                ("OutputStride", Literal.Of(plan.Output.Stride)),
                ("Experts", Literal.Of(plan.ExpertCount)),
                ("LogitStride", Literal.Of(plan.Gate.Linear.OutputStride)),
                ("TopK", Literal.Of(plan.Spec.TopK)),
                ("OverAll", Literal.Of(plan.Gate.OverAll)),
                ("BlockRows", Literal.Of(plan.BlockRows)),
                ("ExpertRows", Literal.Of(plan.ExpertRows)),
                ("ScratchStride", Literal.Of(plan.ScratchStride)),
            ];
            for (int index = 0; index < sizes.Length; index++)
                writer.Line($"{sizes[index].Name}: {sizes[index].Value}{(index == sizes.Length - 1 ? ");" : ",")}");
        }
    }

    private static void EmitPredictRow(SourceWriter writer, ModelPlan plan)
    {
        string kernels = GeneratedFile.ClassName(plan, "Kernels");
        int topK = plan.Spec.TopK;
        int logits = 0;
        int weights = logits + plan.Gate.Linear.OutputStride;
        int experts = weights + Padding.RoundUp(topK, Padding.Line);
        int slots = experts + Padding.RoundUp(topK, Padding.Line);
        int hidden = slots + (topK * plan.Output.Stride);
        int padded = hidden + (4 * plan.ScratchStride);
        int floats = padded + (plan.ReadsInputPadding ? plan.Input.Stride : 0);
        writer.Summary("One row of inputs -> one row of outputs.");
        using IDisposable method = writer.Block("public static void PredictRow(ref float parameters, float temperature, ReadOnlySpan<float> inputs, Span<float> outputs)");
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
            writer.Line("// The gate reads whole vectors: behind the row lie zeros.");
            writer.Line($"ref float x = {Reference.At("logits", padded)};");
            writer.Line($"inputs.CopyTo(MemoryMarshal.CreateSpan(ref x, {plan.Input.Width}));");
            writer.Line($"MemoryMarshal.CreateSpan({Reference.At("x", plan.Input.Width)}, {plan.Input.Stride - plan.Input.Width}).Clear();");
        }
        else
            writer.Line("ref float x = ref input;");
        writer.Line();
        writer.Line($"// {plan.Gate.Linear.Summary}");
        writer.Line($"{kernels}.Gate(ref x, ref parameters, ref logits, 1);");
        writer.Line($"// the best {topK} of {plan.ExpertCount}, weighed by a softmax over {(plan.Gate.OverAll ? "all" : "the chosen ones")}");
        writer.Line($"SoftmaxRouter.Route(ref logits, {plan.ExpertCount}, {topK}, temperature, {Literal.Of(plan.Gate.OverAll)}, ref experts, ref weights);");
        if (topK == 1)
            writer.Line("Run(experts, ref parameters, ref x, ref slots, 1, ref hidden);");
        else
        {
            writer.Line($"for (int slot = 0; slot < {topK}; slot++)");
            writer.Line($"    Run(Unsafe.Add(ref experts, slot), ref parameters, ref x, {Reference.At("slots", $"slot * {plan.Output.Stride}")}, 1, ref hidden);");
        }
        writer.Line($"Combine.Row(ref slots, {plan.Output.Stride}, ref weights, {topK}, ref output, {plan.Output.Width});");
    }

    private static void EmitRun(SourceWriter writer, ModelPlan plan)
    {
        writer.Summary("One expert, unweighted.");
        using IDisposable method = writer.Block("public static void Run(int expert, ref float parameters, ref float x, ref float y, int rows, ref float scratch)");
        EmitChoice(writer, plan, "parameters", kind => $"{kind.Name}(ref x, ref w, ref y, rows, ref scratch);");
    }

    private static void EmitKind(SourceWriter writer, ModelPlan plan, ExpertKindPlan kind)
    {
        writer.Summary($"{NamesOf(plan, kind)}: {kind.Summary}.");
        using IDisposable method = writer.Block($"private static void {kind.Name}(ref float x, ref float w, ref float y, int rows, ref float scratch)");
        OpEmitter.DeclareBuffers(writer, kind.Hidden, "scratch");
        foreach (OpPlan op in kind.Ops)
            OpEmitter.Predict(writer, op, GeneratedFile.ClassName(plan, "Kernels"));
    }
}
