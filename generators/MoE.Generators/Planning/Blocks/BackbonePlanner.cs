using System.Globalization;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>[Backbone] around the mixture of the model.</summary>
internal static class BackbonePlanner
{
    public static BackbonePlan Plan(ModelSpec spec, BackboneSpec backbone, BufferPlan input, BufferPlan output)
    {
        bool isTrained = spec.Training is not null;
        BufferPlan rows = BufferPlan.Of("rows", backbone.Width);
        MixerPlan mixer = MixerPlanners.Plan(spec.Mixer!, rows, isTrained);
        MixturePlan mixture = MixturePlanner.Plan(spec.WithoutClassifier, BufferPlan.Of(ExpertPlan.InputName, backbone.Width), BufferPlan.Of(ExpertPlan.OutputName, backbone.Width), ResidualPlanner.Scope, isInside: true);
        DensePlan? dense = backbone.MixtureEvery == 1 ? null : DensePlan.Plan(rows, checked((int)backbone.DenseWidth), backbone.DenseActivation, isTrained);
        string summary = string.Format(
            CultureInfo.InvariantCulture,
            "{0} -> {1}, {2} layers of {3} ({4}), {5}{6} -> {7}",
            input.Width, backbone.Width, backbone.Layers, mixer.Prefix.TrimEnd('.'), mixer.Summary,
            backbone.MixtureEvery == 1 ? "each with a mixture " : $"every {backbone.MixtureEvery}. with a mixture ", mixture.Summary, output.Width);
        return new BackbonePlan(
            summary,
            input,
            output,
            input.Width == backbone.Width ? null : SequenceLayerPlan.Create("Input", input, rows, hasBias: true, 0, isTrained),
            new NormPlan(backbone.Norm, backbone.NormEpsilon.Value, rows),
            mixer,
            mixture,
            dense,
            backbone.Layers,
            backbone.MixtureEvery,
            backbone.FinalNorm,
            backbone.Head ? SequenceLayerPlan.Create("Head", rows, output, hasBias: true, 0, isTrained) : null,
            backbone.Dropout.Value);
    }
}
