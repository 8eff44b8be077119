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

    // Without probabilities there is nothing to balance.
    internal override IEnumerable<FindingPlace> Ignored(ModelSpec model)
    {
        if (model.Training is not { } training)
            yield break;
        if (training.LoadBalance is not (LoadBalance.Auto or LoadBalance.None))
            yield return Places.Training("LoadBalance");
        if (training.LoadBalanceWeight != ((TrainingSpec)TrainingSpec.Table.Default).LoadBalanceWeight)
            yield return Places.Training("LoadBalanceWeight");
    }
}
