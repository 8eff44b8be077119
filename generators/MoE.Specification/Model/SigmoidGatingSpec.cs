using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>Sigmoid scores, and a bias that counts for the choice only.</summary>
public sealed record SigmoidGatingSpec(NumberSpec BalanceRate, GroupSpec Limit, NumberSpec Scale, bool Normalize, bool Bias) : GatingSpec
{
    public static AttributeTable Table { get; } = new(
        "SigmoidGatingAttribute",
        ImmutableArray.Create<Argument>(
            new NumberArgument("BalanceRate", 0.001, NumberRange.NotNegative, RuleIds.LossWeight),
            new SizeArgument("GroupCount", 1),
            new SizeArgument("GroupTopK", 1),
            new NumberArgument("Scale", 1, NumberRange.Positive, RuleIds.Temperature),
            new FlagArgument("Normalize", true),
            new FlagArgument("Bias", false)),
        values => new SigmoidGatingSpec(
            values.Of<NumberSpec>("BalanceRate"),
            new GroupSpec(values.Of<int>("GroupCount"), values.Of<int>("GroupTopK")),
            values.Of<NumberSpec>("Scale"),
            values.Of<bool>("Normalize"),
            values.Of<bool>("Bias")));

    public override string Attribute => Table.Name;

    public override LoadBalance AutoBalance => LoadBalance.None;

    // The bias balances.
    public override bool NeedsBalanceLoss => BalanceRate.Value == 0;

    public override GroupSpec Groups => Limit;
}
