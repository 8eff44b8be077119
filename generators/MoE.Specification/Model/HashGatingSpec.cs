using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace MoE.Specification;

/// <summary>One expert, from a hash of the row.</summary>
public sealed record HashGatingSpec : GatingSpec
{
    public static AttributeTable Table { get; } = new("HashGatingAttribute", ImmutableArray<Argument>.Empty, _ => new HashGatingSpec());

    public override string Attribute => Table.Name;

    public override bool TakesOneExpert => true;

    public override IEnumerable<(double Inputs, double Outputs)> Layers(double inputs, double experts) => [];

    public override LoadBalance AutoBalance => LoadBalance.None;

    public override bool NeedsBalanceLoss => false;

    // Without scores there is nothing to balance, nobody next and no share to go to others.
    internal override IEnumerable<FindingPlace> Ignored(ModelSpec model) =>
        IgnoredBalance(model).Concat(IgnoredOverflow(model)).Concat(IgnoredZLoss(model)).Concat(IgnoredExpertDropout(model));

    private static IEnumerable<FindingPlace> IgnoredOverflow(ModelSpec model)
    {
        if (model.Mixture.Overflow == Overflow.NextBest)
            yield return Places.Model("Overflow");
    }
}
