using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MoE.Generators.Emission.Gates;
using MoE.Generators.Emission.Sequences;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Blocks;

/// <summary>The class of a mixture, its forward pass: its sizes, its router, a whole row, each shape of expert.</summary>
internal static class MixtureEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan model, MixturePlan mixture)
    {
        string name = GeneratedFile.ClassName(model, "Mixture" + mixture.Scope);
        string kernels = GeneratedFile.ClassName(model, "Kernels" + mixture.Scope);
        bool isInner = mixture.Scope.Length > 0;
        writer.Summary($"The router and the experts of {mixture.Title(GeneratedFile.See(model))}.");
        using (writer.Block($"internal sealed partial class {name}(ParameterBuffer parameters{(isInner ? ", int offset" : "")}{SparseInputsEmitter.Parameter(mixture)}) : IMixtureKernels"))
        {
            EmitShape(writer, mixture);
            writer.Line();
            if (mixture.Gate.Layer is { } layer)
                GateLayerEmitters.Of(layer).Fields(writer, layer);
            EmitRouter(writer, mixture.Gate.Router, kernels);
            writer.Line();
            PartEmitter.Fields(writer, model, mixture);
            EmitSequenceExperts(writer, model, mixture, kernels);
            writer.Line(SparseInputsEmitter.Shape(mixture));
            writer.Line();
            SparseInputsEmitter.Emit(writer, name, mixture);
            writer.Line("public Router Router => s_router;");
            writer.Line();
            writer.Line($"public ref float Parameters => {(isInner ? "ref Unsafe.Add(ref parameters.Origin, offset)" : "ref parameters.Origin")};");
            writer.Line();
            MixtureRowEmitter.Emit(writer, mixture, kernels);
            writer.Line();
            EmitGate(writer, mixture.Gate, kernels);
            writer.Line();
            writer.Summary("One expert, unweighted.");
            using (writer.Block("public void RunExpert(int expert, ref float x, ref float y, int rows, ref float scratch)"))
                ExpertEmitter.Choice(writer, mixture.AllExperts, range => $"{range.Expert.Name}({PartEmitter.Argument(range)}ref x, ref w, ref y, rows, ref scratch);");
            PartEmitter.Members(writer, mixture);
            foreach (ExpertPlan expert in mixture.Shapes)
            {
                writer.Line();
                ExpertEmitter.Predict(writer, model, mixture, expert, kernels);
            }
        }
    }

    private static void EmitShape(SourceWriter writer, MixturePlan plan)
    {
        writer.Summary("The sizes that the compiler chose.");
        List<(string Name, string Value)> sizes =
        [
            ("inputs", Literal.Of(plan.Input.Width)),
            ("inputStride", Literal.Of(plan.Input.Stride)),
            ("outputs", Literal.Of(plan.Output.Width)),
            ("outputStride", Literal.Of(plan.Output.Stride)),
            ("experts", Literal.Of(plan.ExpertCount)),
            ("logitStride", Literal.Of(plan.Gate.LogitStride)),
            ("topK", Literal.Of(plan.TopK)),
            ("blockRows", Literal.Of(plan.BlockRows)),
            ("expertRows", Literal.Of(plan.ExpertRows)),
            ("scratchStride", Literal.Of(plan.ScratchStride)),
        ];
        if (plan.RowsSeeEachOther)
            sizes.Add(("rowsSeeEachOther", "true"));
        if (plan.MixesProbabilities)
            sizes.Add(("mixesProbabilities", "true"));
        if (plan.Shared is not null)
            sizes.Add(("hasSharedExpert", "true"));
        if (plan.Capacity is { } capacity)
            sizes.Add(("capacity", Value(capacity)));
        writer.Line("private static readonly MixtureShape s_shape = new(");
        using IDisposable indent = writer.Indent();
        writer.Line(string.Join(",\n", sizes.Select(size => $"{size.Name}: {size.Value}")) + ");");
    }

    // What each shape of them is, where they are, what a sequence leaves behind in them.
    private static void EmitSequenceExperts(SourceWriter writer, ModelPlan model, MixturePlan mixture, string kernels)
    {
        ExpertRange[] ranges = [.. mixture.Experts.Where(range => range.Expert.Sequence is not null)];
        if (ranges.Length == 0)
            return;
        foreach (ExpertPlan shape in ranges.Select(range => range.Expert).Distinct())
        {
            writer.Summary(DocText.Of(shape.Summary) + ".");
            writer.Line($"internal static readonly SequenceMixer {shape.Sequence!.Field} =");
            using (writer.Indent())
                MixerEmitters.Emit(writer, shape.Sequence.Mixer, kernels);
            writer.Line();
        }
        writer.Summary("The experts that see every row of a sequence.");
        IEnumerable<string> experts = ranges.SelectMany(range => Enumerable.Range(0, range.Count).Select(
            index => $"new({range.First + index}, {range.Expert.Sequence!.Field}, {range.Offset + (index * range.Expert.Floats)})"));
        writer.Line($"private static readonly SequenceExpert[] s_sequenceExperts = [{string.Join(", ", experts)}];");
        writer.Line();
        if (mixture.Scope.Length == 0)
        {
            writer.Summary("What a sequence leaves behind in them.");
            writer.Line($"public static readonly StateShape SequenceStates = new({GeneratedFile.ClassName(model, "File")}.Layout.Declaration, {string.Join(", ", SequenceStates(mixture))});");
            writer.Line();
        }
        writer.Line("public ReadOnlySpan<SequenceExpert> SequenceExperts => s_sequenceExperts;");
        writer.Line();
    }

    private static IEnumerable<string> SequenceStates(MixturePlan mixture) =>
        mixture.Experts.Where(range => range.Expert.Sequence is not null).Select(range => $"({range.Count}, {range.Expert.Sequence!.Field})");

    private static void EmitRouter(SourceWriter writer, RouterPlan router, string kernels)
    {
        writer.Summary("How a row finds its experts.");
        IEnumerable<string> arguments = router.Arguments.Select(argument => $"{argument.Name}: {RouterArguments.Of(argument.Value, kernels)}");
        writer.Line($"private static readonly {router.Type} s_router = new({string.Join(", ", arguments)});");
    }

    private static string Value(CapacityPlan capacity) => $"new CapacityRule({RouterArguments.Decimal(capacity.Factor)}, {capacity.Minimum}"
        + (capacity.Overflow == Overflow.Drop ? "" : $", Overflow.{capacity.Overflow}") + (capacity.Always ? ", always: true)" : ")");

    private static void EmitGate(SourceWriter writer, GatePlan gate, string kernels)
    {
        writer.Summary(gate.Layer is { } layer ? DocText.Of(layer.Summary) + "." : "The router has no layer.");
        using IDisposable method = writer.Block("public void Gate(ref float inputs, ref float logits, int rows)");
        if (gate.Layer is not null)
            GateLayerEmitters.Of(gate.Layer).Forward(writer, gate.Layer, kernels);
    }
}
