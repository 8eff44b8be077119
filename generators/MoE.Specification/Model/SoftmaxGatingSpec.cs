using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>A linear router with a softmax.</summary>
public sealed record SoftmaxGatingSpec(NumberSpec Temperature, bool LearnTemperature, bool Bias, GateWeighting Weighting) : GatingSpec
{
    public static AttributeTable Table { get; } = new(
        "SoftmaxGatingAttribute",
        ImmutableArray.Create<Argument>(
            new NumberArgument("Temperature", 1, NumberRange.Positive, RuleIds.Temperature),
            new FlagArgument("LearnTemperature", false),
            new FlagArgument("Bias", true),
            new ChoiceArgument<GateWeighting>("Weighting", GateWeighting.Auto)),
        values => new SoftmaxGatingSpec(
            values.Of<NumberSpec>("Temperature"),
            values.Of<bool>("LearnTemperature"),
            values.Of<bool>("Bias"),
            values.Of<GateWeighting>("Weighting")));

    /// <summary>What a model without a gating attribute gets.</summary>
    public static SoftmaxGatingSpec Default { get; } = (SoftmaxGatingSpec)Table.Default;

    public override string Attribute => Table.Name;
}
