using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace MoE.Specification;

/// <summary>Every expert, weighed by a softmax over all.</summary>
public sealed record SoftGatingSpec(NumberSpec Temperature, bool Bias) : GatingSpec
{
    public static AttributeTable Table { get; } = new(
        "SoftGatingAttribute",
        ImmutableArray.Create<Argument>(
            new NumberArgument("Temperature", 1, NumberRange.Positive, RuleIds.Temperature),
            new FlagArgument("Bias", true)),
        values => new SoftGatingSpec(values.Of<NumberSpec>("Temperature"), values.Of<bool>("Bias")));

    public override string Attribute => Table.Name;

    public override bool HeedsTopK => false;

    public override bool HeedsCapacity => false;

    public override LoadBalance AutoBalance => LoadBalance.None;

    public override int ExpertsOfRow(int topK, int experts) => experts;

    public override bool NeedsBalanceLoss => false;

    internal override IEnumerable<FindingPlace> Ignored(ModelSpec model) => IgnoredTopK(model).Concat(IgnoredCapacity(model));
}
