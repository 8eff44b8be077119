using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>A linear router to one expert, weighed by its probability among all.</summary>
public sealed record SwitchGatingSpec(NumberSpec Temperature, bool Bias, NumberSpec Jitter) : GatingSpec
{
    public static AttributeTable Table { get; } = new(
        "SwitchGatingAttribute",
        ImmutableArray.Create<Argument>(
            new NumberArgument("Temperature", 1, NumberRange.Positive, RuleIds.Temperature),
            new FlagArgument("Bias", false),
            new NumberArgument("Jitter", 0, NumberRange.NotNegative, RuleIds.LossWeight)),
        values => new SwitchGatingSpec(values.Of<NumberSpec>("Temperature"), values.Of<bool>("Bias"), values.Of<NumberSpec>("Jitter")));

    public override string Attribute => Table.Name;

    public override bool TakesOneExpert => true;
}
