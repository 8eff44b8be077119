using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace MoE.Specification;

/// <summary>All rules that a specification alone can answer.</summary>
public static class ModelChecks
{
    /// <summary>What is wrong with the model, in the order of the topics; empty for a valid one.</summary>
    public static EquatableArray<Finding> Run(ModelSpec model)
    {
        if (model.Declaration.IsBroken)
            return default;
        IEnumerable<Finding>[] topics =
        [
            DeclarationChecks.Of(model),
            NameClashChecks.Of(model),
            TopKChecks.Of(model),
            GatingChecks.Of(model),
            GroupChecks.Of(model),
            CustomGatingChecks.Of(model),
            CustomExpertChecks.Of(model),
            NestedModelChecks.Of(model),
            MixingChecks.Of(model),
            GradientChecks.Of(model),
            BackboneChecks.Of(model),
            AttentionChecks.Of(model),
            ResidualBlockChecks.Of(model),
            SequenceChecks.Of(model),
            CapacityChecks.Of(model),
            BalanceChecks.Of(model),
            ChoiceChecks.Of(model),
            ExpertNameChecks.Of(model),
            OutputChecks.Of(model),
            ClassifierChecks.Of(model),
            model.ArgumentFindings,
            LossChecks.Of(model),
            WeightFormatChecks.Of(model),
            WidthChecks.Of(model),
            ModelSizeChecks.Of(model),
        ];
        EquatableArray<Finding> all = topics.SelectMany(findings => findings).ToImmutableArray();
        // A class that cannot be a model at all needs no advice.
        return BlocksEmission(all) ? all.Where(finding => !RuleIds.IsAdvice(finding.RuleId)).ToImmutableArray() : all;
    }

    /// <summary>Whether a generated part could not even stand beside the user's: then nothing is emitted.</summary>
    public static bool BlocksEmission(EquatableArray<Finding> findings) =>
        findings.Any(finding => finding.RuleId
            is RuleIds.NotPartial or RuleIds.ContainerNotPartial or RuleIds.UnsuitableClass or RuleIds.NameClash or RuleIds.OldLanguage);

    /// <summary>Whether the members get their bodies; any error makes them throw, also one of the compiler's or of a model inside.</summary>
    public static bool IsValid(ModelSpec model, EquatableArray<Finding> findings) =>
        !model.Declaration.IsBroken && findings.All(finding => RuleIds.IsAdvice(finding.RuleId)) && model.Attributes.All(attribute => attribute.IsComplete);
}
