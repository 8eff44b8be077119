using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>That the model is a classifier.</summary>
/// <param name="Labels">Its classes; null where the type argument is no type.</param>
public sealed record ClassifierAttributeSpec(ClassifierSpec? Labels, Mixing Mixing) : AttributeSpec
{
    public static AttributeTable Table { get; } = new(
        "ClassifierAttribute`1",
        ImmutableArray.Create<Argument>(
            new LabelsArgument("TEnum"),
            new ChoiceArgument<Mixing>("Mixing", Mixing.Auto)),
        values => new ClassifierAttributeSpec(values.Of<ClassifierSpec?>("TEnum"), values.Of<Mixing>("Mixing")));

    public override string Attribute => Table.Name;
}
