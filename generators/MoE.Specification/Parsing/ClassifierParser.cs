using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MoE.Specification;

/// <summary>Reads the enum of a classifier.</summary>
internal static class ClassifierParser
{
    public static ClassifierSpec? Parse(AttributeData attribute, INamedTypeSymbol model)
    {
        if (attribute.AttributeClass is not { TypeArguments.Length: 1 } generic || generic.TypeArguments[0] is not INamedTypeSymbol type)
            return null;
        ImmutableArray<string>.Builder aliases = ImmutableArray.CreateBuilder<string>();
        bool isLessVisible = !Visibility.Covers(type, model);
        return Written(type) is { } members
            ? new ClassifierSpec(TypeNames.Of(type), members, default, IsEnum(type), IsFlags: false, isLessVisible)
            : new ClassifierSpec(TypeNames.Of(type), Declared(type, aliases), aliases.ToImmutable(), IsEnum(type), IsFlags(type), isLessVisible);
    }

    // An enum without attributes and written values has no aliases and nothing to bind, which each keystroke would pay for.
    private static EquatableArray<string>? Written(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Enum || type.DeclaringSyntaxReferences.Length != 1
            || type.DeclaringSyntaxReferences[0].GetSyntax() is not EnumDeclarationSyntax { AttributeLists.Count: 0 } syntax)
            return null;
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>(syntax.Members.Count);
        foreach (EnumMemberDeclarationSyntax member in syntax.Members)
        {
            if (member.EqualsValue is not null || member.Identifier.IsMissing)
                return null;
            names.Add(member.Identifier.ValueText);
        }
        return names.MoveToImmutable();
    }

    private static EquatableArray<string> Declared(INamedTypeSymbol type, ImmutableArray<string>.Builder aliases)
    {
        ImmutableArray<string>.Builder members = ImmutableArray.CreateBuilder<string>();
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
        return members.ToImmutable();
    }

    // Of Outer<Missing>.Kind, and of Outer<void>.Kind, the members are known, but no code can name it.
    private static bool IsEnum(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? part = type; part is not null; part = part.ContainingType)
            foreach (ITypeSymbol argument in part.TypeArguments)
                if (!Exists(argument))
                    return false;
        return type.TypeKind == TypeKind.Enum;
    }

    private static bool Exists(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Exists(array.ElementType),
        INamedTypeSymbol named => named is { TypeKind: not TypeKind.Error, SpecialType: not SpecialType.System_Void, IsStatic: false, IsRefLikeType: false } && named.TypeArguments.All(Exists),
        ITypeParameterSymbol or IDynamicTypeSymbol => true,
        _ => false,
    };

    private static bool IsFlags(INamedTypeSymbol type)
    {
        foreach (AttributeData attribute in type.GetAttributes())
            if (attribute.AttributeClass is
                { Name: "FlagsAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        return false;
    }
}
