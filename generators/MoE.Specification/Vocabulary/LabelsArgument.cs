using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>The enum that a type parameter stands for; null where it is none.</summary>
public sealed class LabelsArgument(string name) : Argument(name, null, RuleIds.ClassifierEnum)
{
    public override string Kind => "enum, at least two members, no aliases, not [Flags]";

    internal override object? Read(in WrittenArguments written, INamedTypeSymbol model) => ClassifierParser.Parse(written.Attribute, model);
}
