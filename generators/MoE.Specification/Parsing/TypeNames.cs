using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>Names of types as emitted code writes them.</summary>
internal static class TypeNames
{
    /// <summary>The fully qualified name, with global::.</summary>
    public static string Of(INamedTypeSymbol type)
    {
        // The compiler's own display is right for every type, and slow: each keystroke would pay for it.
        for (INamedTypeSymbol? part = type; part is not null; part = part.ContainingType)
            if (part.Arity > 0 || part.TypeKind == TypeKind.Error || part.SpecialType != SpecialType.None)
                return type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return "global::" + Plain(type);
    }

    private static string Plain(INamespaceOrTypeSymbol symbol)
    {
        INamespaceOrTypeSymbol? outer = (INamespaceOrTypeSymbol?)symbol.ContainingType ?? symbol.ContainingNamespace;
        string name = Identifier.Escape(symbol.Name);
        return outer is null or INamespaceSymbol { IsGlobalNamespace: true } ? name : Plain(outer) + "." + name;
    }
}
