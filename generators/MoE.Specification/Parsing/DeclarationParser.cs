using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MoE.Specification;

/// <summary>Reads where the model class stands and how it is declared.</summary>
internal static class DeclarationParser
{
    public static DeclarationSpec Parse(INamedTypeSymbol model, CancellationToken cancellationToken)
    {
        List<INamedTypeSymbol> containers = Containers(model);
        return new DeclarationSpec(
            Namespace(model.ContainingNamespace),
            containers.Count == 0 ? default : containers.Select(type => Container(type, cancellationToken)).ToImmutableArray(),
            Identifier.Escape(model.Name),
            SyntaxFacts.GetText(model.DeclaredAccessibility),
            HintNames.Of(model),
            UserMembers(model, containers),
            IsMarkedGenerated(model),
            IsDocumented(model),
            HasRequiredMembers(model),
            FlawsParser.Parse(model, containers, cancellationToken))
        {
            OldLanguage = LanguageParser.TooOld(model),
        };
    }

    private static List<INamedTypeSymbol> Containers(INamedTypeSymbol model)
    {
        List<INamedTypeSymbol> containers = [];
        for (INamedTypeSymbol? type = model.ContainingType; type is not null; type = type.ContainingType)
            containers.Insert(0, type);
        return containers;
    }

    private static string Namespace(INamespaceSymbol? symbol)
    {
        if (symbol is not { IsGlobalNamespace: false })
            return "";
        string outer = Namespace(symbol.ContainingNamespace);
        string own = Identifier.Escape(symbol.Name);
        return outer.Length == 0 ? own : outer + "." + own;
    }

    private static ContainerSpec Container(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        string keyword = type switch
        {
            { IsRecord: true, IsValueType: true } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        string parameters = type.TypeParameters.IsEmpty
            ? ""
            : $"<{string.Join(", ", type.TypeParameters.Select(parameter => Identifier.Escape(parameter.Name)))}>";
        string name = Identifier.Escape(type.Name);
        return new ContainerSpec($"partial {keyword} {name}{parameters}", name, (FlawsParser.Written(type, cancellationToken) & DeclarationFlaws.NotPartial) == 0);
    }

    // What can be named and was not written by a generator; constructors and explicit implementations take no name.
    private static EquatableArray<string> UserMembers(INamedTypeSymbol model, List<INamedTypeSymbol> containers)
    {
        List<string> names = [];
        foreach (ISymbol member in HasBody(model) ? model.GetMembers() : ImmutableArray<ISymbol>.Empty)
            if (UserCode.Declares(member) && (member.CanBeReferencedByName || GeneratedMembers.IsConstructor(member)))
                names.Add(member.Name);
        foreach (INamedTypeSymbol type in containers)
            foreach (ITypeParameterSymbol parameter in type.TypeParameters)
                names.Add(parameter.Name);
        return names.Count == 0 ? default : names.Distinct().ToImmutableArray();
    }

    private static bool IsMarkedGenerated(INamedTypeSymbol model)
    {
        foreach (AttributeData attribute in model.GetAttributes())
            if (attribute.AttributeClass is { Name: "GeneratedCodeAttribute" } && attribute.ApplicationSyntaxReference is { } place && UserCode.Holds(place))
                return true;
        return false;
    }

    private static bool IsDocumented(INamedTypeSymbol model)
    {
        foreach (SyntaxReference declaration in model.DeclaringSyntaxReferences)
            if (UserCode.Holds(declaration) && declaration.GetSyntax() is { HasStructuredTrivia: true } part)
                foreach (SyntaxTrivia trivia in part.GetLeadingTrivia())
                    if (trivia.Kind() is SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia)
                        return true;
        return false;
    }

    private static bool HasRequiredMembers(INamedTypeSymbol model)
    {
        for (INamedTypeSymbol? type = HasBody(model) ? model : model.BaseType; type is { SpecialType: SpecialType.None }; type = type.BaseType)
            foreach (ISymbol member in type.GetMembers())
                if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
                    return true;
        return false;
    }

    // Most models are declared by attributes alone: then the compiler need not make members of their classes for us, at every keystroke.
    private static bool HasBody(INamedTypeSymbol model)
    {
        foreach (SyntaxReference declaration in model.DeclaringSyntaxReferences)
            if (UserCode.Holds(declaration) && declaration.GetSyntax() is not TypeDeclarationSyntax { Members.Count: 0 })
                return true;
        return false;
    }
}
