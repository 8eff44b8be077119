using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>A type of the user's that implements an interface of the library; a rule over the whole model judges it.</summary>
/// <param name="name">The type parameter.</param>
/// <param name="contract">The interface's name in the namespace MoE.</param>
/// <param name="trainableContract">The one that training needs.</param>
/// <param name="constants">The constants that generated code asks for.</param>
public sealed class CustomTypeArgument(string name, string contract, string trainableContract, params string[] constants)
    : Argument(name, null, RuleIds.CustomType)
{
    public override string Kind => $"type that implements {contract} or {trainableContract}";

    internal override object? Read(in WrittenArguments written, INamedTypeSymbol model) =>
        CustomTypeParser.Parse(written.Attribute, model, contract, trainableContract, isCalledDirectly: false, constants);
}
