using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>A norm in front of the mixture, and the row added behind it.</summary>
public sealed record ResidualBlockSpec(Norm Norm, NumberSpec NormEpsilon) : AttributeSpec
{
    public static AttributeTable Table { get; } = new(
        "ResidualBlockAttribute",
        ImmutableArray.Create<Argument>(
            new ChoiceArgument<Norm>("Norm", Norm.LayerNorm),
            new NumberArgument("NormEpsilon", 1e-5, NumberRange.Positive, RuleIds.Temperature)),
        values => new ResidualBlockSpec(values.Of<Norm>("Norm"), values.Of<NumberSpec>("NormEpsilon")));

    public override string Attribute => Table.Name;
}
