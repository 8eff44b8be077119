using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>Whether a type of the name MoE takes over global::MoE, which emitted code says. Asked once for a compilation, for it looks into every reference.</summary>
internal static class HiddenNamespace
{
    // The assembly's symbol lives as long as its compilation, and the answer no longer.
    internal static readonly ConditionalWeakTable<IAssemblySymbol, object> Known = new();

    public static bool In(INamedTypeSymbol model) => (bool)Known.GetValue(model.ContainingAssembly, assembly => Ask(assembly));

    internal static bool Ask(IAssemblySymbol assembly) => assembly.Modules
        .SelectMany(module => module.ReferencedAssemblySymbols)
        .Where(reference => reference is not null)
        .SelectMany(reference => reference.GlobalNamespace.GetTypeMembers("MoE", 0))
        .Where(type => type.DeclaredAccessibility == Accessibility.Public)
        .Concat(assembly.GlobalNamespace.GetTypeMembers("MoE", 0))
        .Any();
}
