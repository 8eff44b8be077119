using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>That the model is a classifier.</summary>
/// <param name="Labels">Its classes; null where the type argument is no type.</param>
public sealed record ClassifierAttributeSpec(ClassifierSpec? Labels) : AttributeSpec
{
    public static AttributeTable Table { get; } = new(
        "ClassifierAttribute`1",
        ImmutableArray.Create<Argument>(new LabelsArgument("TEnum")),
        values => new ClassifierAttributeSpec(values.Of<ClassifierSpec?>("TEnum")));

    public override string Attribute => Table.Name;
}
