using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>Reads a type of the user's that an attribute names.</summary>
internal static class CustomTypeParser
{
    /// <summary>Null where the type does not even exist, which the compiler reports.</summary>
    public static CustomTypeSpec? Parse(AttributeData attribute, INamedTypeSymbol model, string contract, string trainableContract, bool isCalledDirectly, string[] constants)
    {
        if (attribute.AttributeClass is not { TypeArguments.Length: 1 } generic || generic.TypeArguments[0] is IErrorTypeSymbol)
            return null;
        if (generic.TypeArguments[0] is not INamedTypeSymbol type)
            return new CustomTypeSpec(generic.TypeArguments[0].ToDisplayString(), "it is no class of its own", IsTrainable: false, default);
        bool trains = Implements(type, trainableContract);
        string? fault = !trains && !Implements(type, contract) ? $"it does not implement {contract}"
            : !CanBeMade(type) ? "it has no public constructor without parameters"
            : !IsReachable(type, model) ? "generated code cannot see it: make it, and the types around it, internal or public"
            : isCalledDirectly && Hidden(type) is { } method ? $"generated code calls {method} directly: make it a public method, not one of the interface alone"
            : type.IsValueType && Implements(type, "ISavedExpert") ? "what a struct knows would be a copy's: make it a class"
            : null;
        return new CustomTypeSpec(TypeNames.Of(type), fault, trains, Constants(type, constants)) { IsSaved = Implements(type, "ISavedExpert") };
    }

    private static bool Implements(INamedTypeSymbol type, string contract)
    {
        foreach (INamedTypeSymbol implemented in type.AllInterfaces)
            if (implemented.Name == contract && implemented.ContainingNamespace is { Name: "MoE", ContainingNamespace.IsGlobalNamespace: true })
                return true;
        return false;
    }

    // A method of ours that the type implements, but not publicly.
    private static string? Hidden(INamedTypeSymbol type)
    {
        foreach (INamedTypeSymbol implemented in type.AllInterfaces)
            if (implemented.ContainingNamespace is { Name: "MoE", ContainingNamespace.IsGlobalNamespace: true })
                foreach (ISymbol member in implemented.GetMembers())
                    if (type.FindImplementationForInterfaceMember(member) is { } method && method.DeclaredAccessibility != Accessibility.Public)
                        return member.Name;
        return null;
    }

    private static bool CanBeMade(INamedTypeSymbol type)
    {
        if (type.IsAbstract || type.IsRefLikeType || type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            return false;
        foreach (IMethodSymbol constructor in type.InstanceConstructors)
            if (constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility == Accessibility.Public)
                return true;
        return false;
    }

    private static bool IsReachable(INamedTypeSymbol type, INamedTypeSymbol model)
    {
        bool seesInternal = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, model.ContainingAssembly)
            || type.ContainingAssembly.GivesAccessTo(model.ContainingAssembly);
        for (INamedTypeSymbol? part = type; part is not null; part = part.ContainingType)
        {
            bool isReachable = part.DeclaredAccessibility == Accessibility.Public
                || (seesInternal && part.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal);
            // What is emitted lies in another file.
            if (!isReachable || part.IsFileLocal)
                return false;
        }
        return true;
    }

    private static EquatableArray<ConstantSpec> Constants(INamedTypeSymbol type, string[] names)
    {
        ImmutableArray<ConstantSpec>.Builder found = ImmutableArray.CreateBuilder<ConstantSpec>();
        foreach (string name in names)
            foreach (ISymbol member in type.GetMembers(name))
                if (member is IFieldSymbol { IsConst: true, DeclaredAccessibility: Accessibility.Public, ConstantValue: int value })
                    found.Add(new ConstantSpec(name, value));
        return found.ToImmutable();
    }
}
