using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>The type of [Expert]: an expert of the user's own, or another model. Rules over the whole model judge it.</summary>
public sealed class ExpertTypeArgument() : Argument("TExpert", null, RuleIds.CustomType)
{
    /// <summary>[Expert]'s table: which kind of expert it makes depends on the type.</summary>
    public static AttributeTable Table { get; } = new(
        "ExpertAttribute`1",
        ImmutableArray.Create<Argument>(
            new ExpertTypeArgument(),
            new SizeArgument("Count", 1),
            new NameArgument("Name")),
        values => values.Of<ExpertSpec?>("TExpert") is { } expert
            ? expert with { Count = values.Of<int>("Count"), Name = values.Of<string?>("Name") }
            : new CustomExpertSpec(values.Of<int>("Count"), values.Of<string?>("Name"), Type: null));

    public override string Kind => "type that implements IExpert or ITrainableExpert, or a class with [MixtureOfExperts]";

    internal override object? Read(in WrittenArguments written, INamedTypeSymbol model)
    {
        if (NestedModelParser.Parse(written.Attribute, model) is { } nested)
            return nested;
        CustomTypeSpec? type = CustomTypeParser.Parse(written.Attribute, model, "IExpert", "ITrainableExpert", isCalledDirectly: true, ["InputSize", "OutputSize", "ParameterCount"]);
        return new CustomExpertSpec(Count: 1, Name: null, type);
    }
}
