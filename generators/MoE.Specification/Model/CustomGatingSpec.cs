using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace MoE.Specification;

/// <summary>The user's own router.</summary>
/// <param name="Type">Null where it does not exist.</param>
public sealed record CustomGatingSpec(CustomTypeSpec? Type, GateWeighting Weighting) : GatingSpec
{
    public static AttributeTable Table { get; } = new(
        "GatingAttribute`1",
        ImmutableArray.Create<Argument>(
            new CustomTypeArgument("TGating", "IGatingNetwork", "ITrainableGating", "InputSize", "ExpertCount", "ParameterCount"),
            new ChoiceArgument<GateWeighting>("Weighting", GateWeighting.Auto)),
        values => new CustomGatingSpec(values.Of<CustomTypeSpec?>("TGating"), values.Of<GateWeighting>("Weighting")));

    /// <summary>The floats that belong to it in each model.</summary>
    public int ParameterCount => Type?.Constant("ParameterCount") ?? 0;

    /// <summary>Whether training changes those.</summary>
    public bool IsTrained => Type is { IsTrainable: true } && ParameterCount > 0;

    public override bool IsComplete => Type is not null;

    public override string Attribute => Table.Name;

    public override LoadBalance AutoBalance => IsTrained ? LoadBalance.Switch : LoadBalance.None;

    public override bool NeedsBalanceLoss => IsTrained;

    public override bool WeighsOverSelected => Weighting == GateWeighting.OverSelected;

    public override IEnumerable<(double Inputs, double Outputs)> Layers(double inputs, double experts) => [(ParameterCount, 1)];

    // What learns nothing cannot be balanced by a loss.
    internal override IEnumerable<FindingPlace> Ignored(ModelSpec model) => IsTrained ? [] : IgnoredBalance(model).Concat(IgnoredZLoss(model));
}
