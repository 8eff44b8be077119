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
            new ChoiceArgument<GateWeighting>("Weighting", GateWeighting.Auto),
            new ChoiceArgument<GateNoise>("Noise", GateNoise.None),
            new NumberArgument("Jitter", 0, NumberRange.NotNegative, RuleIds.LossWeight),
            new SizeArgument("GroupCount", 1),
            new SizeArgument("GroupTopK", 1)),
        values => new SoftmaxGatingSpec(
            values.Of<NumberSpec>("Temperature"),
            values.Of<bool>("LearnTemperature"),
            values.Of<bool>("Bias"),
            values.Of<GateWeighting>("Weighting"))
        {
            Noise = values.Of<GateNoise>("Noise"),
            Jitter = values.Of<NumberSpec>("Jitter"),
            Limit = new GroupSpec(values.Of<int>("GroupCount"), values.Of<int>("GroupTopK")),
        });

    public GateNoise Noise { get; init; }

    public NumberSpec Jitter { get; init; }

    public GroupSpec Limit { get; init; } = GroupSpec.None;

    /// <summary>What a model without a gating attribute gets.</summary>
    public static SoftmaxGatingSpec Default { get; } = (SoftmaxGatingSpec)Table.Default;

    public override string Attribute => Table.Name;

    public override bool HasNoise => Noise != GateNoise.None;

    public override bool WeighsOverSelected => Weighting == GateWeighting.OverSelected;

    public override GroupSpec Groups => Limit;
}
