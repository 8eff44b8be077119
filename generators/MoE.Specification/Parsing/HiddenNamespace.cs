using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>Whether a type of the name MoE takes over global::MoE, which emitted code says. Asked once for a compilation, for it looks into every reference.</summary>
internal static class HiddenNamespace
{
    // The assembly's symbol lives as long as its compilation, those of references longer; the answers no longer than they.
    private static readonly ConditionalWeakTable<IAssemblySymbol, object> Known = new();
    private static readonly ConditionalWeakTable<IAssemblySymbol, object> KnownOfReferences = new();

    public static bool In(INamedTypeSymbol model) => (bool)Known.GetValue(model.ContainingAssembly, static assembly => Ask(assembly));

    private static bool Ask(IAssemblySymbol assembly)
    {
        foreach (IModuleSymbol module in assembly.Modules)
            foreach (IAssemblySymbol? reference in module.ReferencedAssemblySymbols)
                if (reference is not null && (bool)KnownOfReferences.GetValue(reference, static reference => Shows(reference)))
                    return true;
        return !assembly.GlobalNamespace.GetTypeMembers("MoE", 0).IsEmpty;
    }

    private static bool Shows(IAssemblySymbol reference)
    {
        foreach (INamedTypeSymbol type in reference.GlobalNamespace.GetTypeMembers("MoE", 0))
            if (type.DeclaredAccessibility == Accessibility.Public)
                return true;
        return false;
    }
}
