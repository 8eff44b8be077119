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
            new NumberArgument("LoadBalanceWeight", 0.01, NumberRange.NotNegative, RuleIds.LossWeight),
            new NumberArgument("RouterZLossWeight", 0, NumberRange.NotNegative, RuleIds.LossWeight),
            new NumberArgument("ExpertDropout", 0, NumberRange.Fraction, RuleIds.Dropout)),
        values => new TrainingSpec(
            values.Of<Loss>("Loss"),
            values.Of<LoadBalance>("LoadBalance"),
            values.Of<NumberSpec>("LoadBalanceWeight"))
        {
            RouterZLossWeight = values.Of<NumberSpec>("RouterZLossWeight"),
            ExpertDropout = values.Of<NumberSpec>("ExpertDropout"),
        });

    public NumberSpec RouterZLossWeight { get; init; }

    public NumberSpec ExpertDropout { get; init; }

    /// <summary>What [Training] without arguments says.</summary>
    public static TrainingSpec Default { get; } = (TrainingSpec)Table.Default;

    public override string Attribute => Table.Name;
}
