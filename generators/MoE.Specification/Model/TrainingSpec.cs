using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>How the model is trained.</summary>
public sealed record TrainingSpec(Loss Loss, LoadBalance LoadBalance, NumberSpec LoadBalanceWeight) : AttributeSpec
{
    public static AttributeTable Table { get; } = new(
        "TrainingAttribute",
        ImmutableArray.Create<Argument>(
            new ChoiceArgument<Loss>("Loss", Loss.Auto),
            new ChoiceArgument<LoadBalance>("LoadBalance", LoadBalance.Auto),
            new NumberArgument("LoadBalanceWeight", 0.01, NumberRange.NotNegative, RuleIds.LossWeight)),
        values => new TrainingSpec(
            values.Of<Loss>("Loss"),
            values.Of<LoadBalance>("LoadBalance"),
            values.Of<NumberSpec>("LoadBalanceWeight")));

    public override string Attribute => Table.Name;
}
