using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>Reads the enum of a classifier.</summary>
internal static class ClassifierParser
{
    public static ClassifierSpec? Parse(AttributeData attribute, INamedTypeSymbol model)
    {
        if (attribute.AttributeClass is not { TypeArguments.Length: 1 } generic || generic.TypeArguments[0] is not INamedTypeSymbol type)
            return null;
        ImmutableArray<string>.Builder members = ImmutableArray.CreateBuilder<string>();
        ImmutableArray<string>.Builder aliases = ImmutableArray.CreateBuilder<string>();
        HashSet<object> values = [];
        foreach (ISymbol member in type.GetMembers())
        {
            if (type.TypeKind != TypeKind.Enum || member is not IFieldSymbol { IsConst: true } field)
                continue;
            members.Add(field.Name);
            // A member whose value does not compile has none: the compiler speaks.
            if (field.ConstantValue is { } value && !values.Add(value))
                aliases.Add(field.Name);
        }

        return new ClassifierSpec(
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            members.ToImmutable(),
            aliases.ToImmutable(),
            IsFlags(type),
            !Visibility.Covers(type, model));
    }

    internal static bool IsFlags(INamedTypeSymbol type)
    {
        foreach (AttributeData attribute in type.GetAttributes())
            if (attribute.AttributeClass is
                { Name: "FlagsAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        return false;
    }
}
