using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MoE.Specification;

/// <summary>Reads where the model class stands and how it is declared: names from symbols, modifiers from syntax.</summary>
internal static class DeclarationParser
{
    public static DeclarationSpec Parse(INamedTypeSymbol model, CancellationToken cancellationToken)
    {
        List<INamedTypeSymbol> containers = Containers(model);
        return new DeclarationSpec(
            Namespace(model.ContainingNamespace),
            containers.Select(type => Container(type, cancellationToken)).ToImmutableArray(),
            Identifier.Escape(model.Name),
            SyntaxFacts.GetText(model.DeclaredAccessibility),
            HintNames.Of(model),
            UserMembers(model, containers),
            Flaws(model, containers, cancellationToken));
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
        Stack<string> parts = new();
        for (; symbol is { IsGlobalNamespace: false }; symbol = symbol.ContainingNamespace)
            parts.Push(Identifier.Escape(symbol.Name));
        return string.Join(".", parts);
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
        return new ContainerSpec($"partial {keyword} {name}{parameters}", name, IsPartial(type, cancellationToken));
    }

    // What can be named and was not written by a generator; constructors and explicit implementations take no name.
    private static EquatableArray<string> UserMembers(INamedTypeSymbol model, List<INamedTypeSymbol> containers) =>
        model.GetMembers()
            .Where(member => member.CanBeReferencedByName && UserCode.Declares(member))
            .Select(member => member.Name)
            .Concat(containers.SelectMany(type => type.TypeParameters).Select(parameter => parameter.Name))
            .Distinct()
            .ToImmutableArray();

    private static DeclarationFlaws Flaws(
        INamedTypeSymbol model, List<INamedTypeSymbol> containers, CancellationToken cancellationToken)
    {
        DeclarationFlaws flaws = DeclarationFlaws.None;
        void AddIf(bool isFlawed, DeclarationFlaws flaw) => flaws |= isFlawed ? flaw : DeclarationFlaws.None;

        AddIf(!IsPartial(model, cancellationToken), DeclarationFlaws.NotPartial);
        AddIf(!model.TypeParameters.IsEmpty, DeclarationFlaws.Generic);
        AddIf(model.IsStatic, DeclarationFlaws.Static);
        AddIf(model.IsAbstract, DeclarationFlaws.Abstract);
        AddIf(model.IsRecord, DeclarationFlaws.Record);
        AddIf(model.TypeKind != TypeKind.Class, DeclarationFlaws.NotAClass);
        AddIf(model.IsFileLocal || containers.Exists(type => type.IsFileLocal), DeclarationFlaws.FileLocal);
        AddIf(
            Declarations(model, cancellationToken).Any(part => part.ParameterList is not null),
            DeclarationFlaws.PrimaryConstructor);
        AddIf(DerivesFromModel(model), DeclarationFlaws.DerivesFromModel);
        AddIf(HiddenNamespace.In(model), DeclarationFlaws.GlobalTypeNamedMoE);
        return flaws;
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        Declarations(type, cancellationToken).All(part => part.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static IEnumerable<TypeDeclarationSyntax> Declarations(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences
            .Where(UserCode.Holds)
            .Select(declaration => declaration.GetSyntax(cancellationToken))
            .OfType<TypeDeclarationSyntax>();

    private static bool DerivesFromModel(INamedTypeSymbol model)
    {
        for (INamedTypeSymbol? type = model.BaseType; type is not null; type = type.BaseType)
            if (AttributeNames.MarkModel(type))
                return true;
        return false;
    }
}
