using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace MoE.Specification;

/// <summary>Experts pick their rows.</summary>
public sealed record ExpertChoiceGatingSpec(NumberSpec ExpertsPerRow, bool Bias) : GatingSpec
{
    public static AttributeTable Table { get; } = new(
        "ExpertChoiceGatingAttribute",
        ImmutableArray.Create<Argument>(
            new NumberArgument("ExpertsPerRow", 2, NumberRange.Positive, RuleIds.Temperature),
            new FlagArgument("Bias", false)),
        values => new ExpertChoiceGatingSpec(values.Of<NumberSpec>("ExpertsPerRow"), values.Of<bool>("Bias")));

    public override string Attribute => Table.Name;

    public override bool HeedsTopK => false;

    public override bool HeedsCapacity => false;

    public override bool RowsSeeEachOther => true;

    public override LoadBalance AutoBalance => LoadBalance.None;

    public override bool NeedsBalanceLoss => false;

    public override int ExpertsOfRow(int topK, int experts) => experts;

    // Every expert takes as many rows: there is nothing to balance.
    internal override IEnumerable<FindingPlace> Ignored(ModelSpec model) =>
        IgnoredTopK(model).Concat(IgnoredCapacity(model)).Concat(IgnoredBalance(model));
}
