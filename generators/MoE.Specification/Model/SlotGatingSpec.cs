using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace MoE.Specification;

/// <summary>Experts work on mixtures of rows.</summary>
public sealed record SlotGatingSpec(int SlotsPerExpert) : GatingSpec
{
    public static AttributeTable Table { get; } = new(
        "SlotGatingAttribute",
        ImmutableArray.Create<Argument>(new SizeArgument("slotsPerExpert", 0)),
        values => new SlotGatingSpec(values.Of<int>("slotsPerExpert")));

    public override string Attribute => Table.Name;

    public override bool HeedsTopK => false;

    public override bool HeedsCapacity => false;

    public override bool RowsSeeEachOther => true;

    public override LoadBalance AutoBalance => LoadBalance.None;

    public override bool NeedsBalanceLoss => false;

    public override int ExpertsOfRow(int topK, int experts) => experts;

    public override IEnumerable<(double Inputs, double Outputs)> Layers(double inputs, double experts) => [(inputs, experts * SlotsPerExpert)];

    // Every expert has as many slots, always: there is nothing to choose, to balance or to leave out.
    internal override IEnumerable<FindingPlace> Ignored(ModelSpec model) =>
        IgnoredTopK(model).Concat(IgnoredCapacity(model)).Concat(IgnoredBalance(model)).Concat(IgnoredZLoss(model)).Concat(IgnoredExpertDropout(model));
}
