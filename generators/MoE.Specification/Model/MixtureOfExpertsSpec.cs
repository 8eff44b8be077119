using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>The sizes of a model and how rows share its experts.</summary>
/// <param name="Outputs">0 where left out.</param>
/// <param name="CapacityFactor">0: dropless.</param>
public sealed record MixtureOfExpertsSpec(int Inputs, int Outputs, int TopK, NumberSpec CapacityFactor, int MinCapacity, Overflow Overflow, CapacityScope CapacityScope, bool SparseInputs, WeightFormat WeightFormat) : AttributeSpec
{
    public static AttributeTable Table { get; } = new(
        "MixtureOfExpertsAttribute",
        ImmutableArray.Create<Argument>(
            new SizeArgument("inputs", 0),
            new SizeArgument("outputs", 0, mayBeLeftOut: true),
            new IntegerArgument("TopK", 1),
            new NumberArgument("CapacityFactor", 0, NumberRange.NotNegative, RuleIds.CapacityFactor),
            new SizeArgument("MinCapacity", 1),
            new ChoiceArgument<Overflow>("Overflow", Overflow.Drop),
            new ChoiceArgument<CapacityScope>("CapacityScope", CapacityScope.Training),
            new FlagArgument("SparseInputs", false),
            new ChoiceArgument<WeightFormat>("WeightFormat", WeightFormat.Float32)),
        values => new MixtureOfExpertsSpec(
            values.Of<int>("inputs"),
            values.Of<int>("outputs"),
            values.Of<int>("TopK"),
            values.Of<NumberSpec>("CapacityFactor"),
            values.Of<int>("MinCapacity"),
            values.Of<Overflow>("Overflow"),
            values.Of<CapacityScope>("CapacityScope"),
            values.Of<bool>("SparseInputs"),
            values.Of<WeightFormat>("WeightFormat")));

    /// <summary>What a class without the attribute would have.</summary>
    public static MixtureOfExpertsSpec Default { get; } = (MixtureOfExpertsSpec)Table.Default;

    public override string Attribute => Table.Name;
}
