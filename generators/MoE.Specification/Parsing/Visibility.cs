using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>Whether one type may stand in the public members of another: the compiler's rule of consistent accessibility.</summary>
internal static class Visibility
{
    /// <summary>Whether <paramref name="type"/> is visible wherever <paramref name="model"/> is.</summary>
    public static bool Covers(INamedTypeSymbol type, INamedTypeSymbol model)
    {
        for (INamedTypeSymbol? part = type; part is not null; part = part.ContainingType)
        {
            if (!IsLimitedAs(part, model))
                return false;
            foreach (ITypeSymbol argument in part.TypeArguments)
                if (Named(argument) is { } named && !Covers(named, model))
                    return false;
        }
        return true;
    }

    // int[] is as visible as int; a type parameter is visible wherever it is known.
    private static INamedTypeSymbol? Named(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Named(array.ElementType),
        IPointerTypeSymbol pointer => Named(pointer.PointedAtType),
        _ => type as INamedTypeSymbol,
    };

    private static bool IsLimitedAs(INamedTypeSymbol part, INamedTypeSymbol model)
    {
        // What is emitted lies in another file.
        if (part.IsFileLocal)
            return false;
        if (part.DeclaredAccessibility == Accessibility.Public || part.TypeKind == TypeKind.Error)
            return true;
        for (INamedTypeSymbol? place = model; place is not null; place = place.ContainingType)
            if (AllowsWithin(part, place))
                return true;
        return false;
    }

    private static bool AllowsWithin(INamedTypeSymbol part, INamedTypeSymbol place)
    {
        Accessibility limit = place.DeclaredAccessibility;
        bool isInternal = limit is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal;
        return part.DeclaredAccessibility switch
        {
            Accessibility.Internal => isInternal,
            Accessibility.Private => limit == Accessibility.Private && IsInside(place, part.ContainingType),
            Accessibility.Protected => IsProtectedAs(part, place),
            Accessibility.ProtectedAndInternal => isInternal && IsProtectedAs(part, place),
            Accessibility.ProtectedOrInternal => isInternal || IsProtectedAs(part, place),
            _ => true,
        };
    }

    private static bool IsProtectedAs(INamedTypeSymbol part, INamedTypeSymbol place) =>
        place.DeclaredAccessibility switch
        {
            Accessibility.Private => Outer(place).Exists(outer => Inherits(outer, part.ContainingType)),
            Accessibility.Protected or Accessibility.ProtectedAndInternal => Inherits(place.ContainingType, part.ContainingType),
            _ => false,
        };

    private static bool IsInside(INamedTypeSymbol place, INamedTypeSymbol? owner) =>
        Outer(place).Exists(outer => SymbolEqualityComparer.Default.Equals(outer, owner?.OriginalDefinition));

    private static bool Inherits(INamedTypeSymbol? type, INamedTypeSymbol? ancestor)
    {
        for (INamedTypeSymbol? step = type; step is not null; step = step.BaseType)
            if (SymbolEqualityComparer.Default.Equals(step.OriginalDefinition, ancestor?.OriginalDefinition))
                return true;
        return false;
    }

    private static List<INamedTypeSymbol> Outer(INamedTypeSymbol type)
    {
        List<INamedTypeSymbol> types = [];
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            types.Add(outer.OriginalDefinition);
        return types;
    }
}
