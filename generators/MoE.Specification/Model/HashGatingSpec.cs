using System.Collections.Generic;
using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>One expert, from a hash of the row.</summary>
public sealed record HashGatingSpec : GatingSpec
{
    public static AttributeTable Table { get; } = new("HashGatingAttribute", ImmutableArray<Argument>.Empty, _ => new HashGatingSpec());

    public override string Attribute => Table.Name;

    public override bool TakesOneExpert => true;

    public override bool HasLayer => false;

    public override LoadBalance AutoBalance => LoadBalance.None;

    public override bool NeedsBalanceLoss => false;

    // Without scores there is nothing to balance, nobody next and no share to go to others.
    internal override IEnumerable<FindingPlace> Ignored(ModelSpec model)
    {
        foreach (FindingPlace place in IgnoredBalance(model))
            yield return place;
        if (model.Mixture.Overflow == Overflow.NextBest)
            yield return Places.Model("Overflow");
        if (model.Training is not { } training)
            yield break;
        if (training.RouterZLossWeight != TrainingSpec.Default.RouterZLossWeight)
            yield return Places.Training("RouterZLossWeight");
        if (training.ExpertDropout != TrainingSpec.Default.ExpertDropout)
            yield return Places.Training("ExpertDropout");
    }
}
