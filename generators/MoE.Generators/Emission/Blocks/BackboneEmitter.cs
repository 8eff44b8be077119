using System.Collections.Generic;
using System.Linq;
using MoE.Generators.Emission.Kernels;
using MoE.Generators.Emission.Sequences;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Blocks;

/// <summary>The class of a backbone: its sizes, its mixer, a mixture for each layer that has one; and the linear layers around the mixtures.</summary>
internal static class BackboneEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan model, BackbonePlan backbone)
    {
        string kernels = GeneratedFile.ClassName(model, "Kernels");
        string mixture = GeneratedFile.ClassName(model, "Mixture" + backbone.Mixture.Scope);
        writer.Summary($"The layers of {GeneratedFile.See(model)}.");
        using (writer.Block($"internal sealed class {GeneratedFile.ClassName(model, "Backbone")}(ParameterBuffer parameters) : Backbone(s_shape)"))
        {
            writer.Summary(DocText.Of(backbone.Mixer.Summary) + ".");
            writer.Line("private static readonly SequenceMixer s_mixer =");
            using (writer.Indent())
                MixerEmitters.Emit(writer, backbone.Mixer, kernels);
            writer.Line();
            EmitShape(writer, backbone, kernels);
            writer.Line();
            writer.Summary("What a sequence leaves behind in each layer.");
            writer.Line($"public static readonly StateShape SequenceStates = new({GeneratedFile.ClassName(model, "File")}.Layout.Declaration, ({backbone.Layers}, s_mixer){ExpertStates(backbone, mixture)});");
            writer.Line();
            writer.Line($"private readonly {mixture}[] _mixtures = ExpertParts.Of({backbone.Mixtures}, index => new {mixture}(parameters, s_shape.FeedOf(((index + 1) * {backbone.MixtureEvery}) - 1)));");
            writer.Line();
            writer.Line("public override StateShape States => SequenceStates;");
            writer.Line();
            writer.Line("public override ref float Parameters => ref parameters.Origin;");
            writer.Line();
            writer.Line("public override IMixtureKernels Mixture(int index) => _mixtures[index];");
            EmitStates(writer, backbone);
        }
        writer.Line();
        KernelsEmitter.Emit(writer, $"the layers of {GeneratedFile.See(model)} around their mixtures", kernels, backbone, isTrained: backbone.Mixture.Training is not null);
    }

    private static void EmitStates(SourceWriter writer, BackbonePlan backbone)
    {
        if (!backbone.StatePrefixes.Any())
            return;
        writer.Line();
        writer.Summary("What files hold beside parameters.");
        IEnumerable<string> states = Enumerable.Range(0, backbone.Mixtures).Select(index => $".. _mixtures[{index}].States({Literal.Of(backbone.MixturePrefix(index))})");
        writer.Line($"public NamedState[] StatesBesideParameters() => [{string.Join(", ", states)}];");
    }

    private static string ExpertStates(BackbonePlan backbone, string mixture) => string.Concat(backbone.Mixture.Experts
        .Where(range => range.Expert.Sequence is not null)
        .Select(range => $", ({backbone.Mixtures * range.Count}, {mixture}.{range.Expert.Sequence!.Field})"));

    private static void EmitShape(SourceWriter writer, BackbonePlan plan, string kernels)
    {
        List<(string Name, string Value)> parts =
        [
            ("inputs", Literal.Of(plan.Input.Width)),
            ("inputStride", Literal.Of(plan.InputLayer is null ? plan.Norm.Rows.Stride : plan.Input.Stride)),
            ("outputs", Literal.Of(plan.Output.Width)),
            ("outputStride", Literal.Of(plan.Head is null ? plan.Norm.Rows.Stride : plan.Output.Stride)),
            ("layers", Literal.Of(plan.Layers)),
            ("mixtureEvery", Literal.Of(plan.MixtureEvery)),
            ("mixtureFloats", Literal.Of(plan.Mixture.Floats)),
            ("norm", "new RowNorm" + ResidualEmitter.NormOf(plan.Norm).Substring("new".Length)),
            ("mixer", "s_mixer"),
            ("mixerFloats", Literal.Of(plan.Mixer.Floats)),
        ];
        if (plan.Dense is { } dense)
            parts.Add(("dense", $"new SequenceFeedForward<{dense.Activation}Activation>({SequenceLayerEmitter.Of(dense.Hidden, kernels)}, {SequenceLayerEmitter.Of(dense.Output, kernels)}, {dense.Between.Width}, {dense.Between.Stride})"));
        if (plan.InputLayer is { } input)
            parts.Add(("input", SequenceLayerEmitter.Of(input, kernels)));
        if (plan.Head is { } head)
            parts.Add(("head", SequenceLayerEmitter.Of(head, kernels)));
        if (!plan.HasFinalNorm)
            parts.Add(("hasFinalNorm", "false"));
        if (plan.Dropout > 0)
            parts.Add(("dropout", Literal.OfDouble(plan.Dropout)));
        writer.Summary("The sizes that the compiler chose, and what all layers share.");
        writer.Line("private static readonly BackboneShape s_shape = new(");
        using System.IDisposable indent = writer.Indent();
        for (int part = 0; part < parts.Count; part++)
            writer.Line($"{parts[part].Name}: {parts[part].Value}{(part == parts.Count - 1 ? ");" : ",")}");
    }
}
