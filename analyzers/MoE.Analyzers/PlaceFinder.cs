using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>Finds the source of a place in a declaration: the nearest thing there is, down to the class's name.</summary>
internal static class PlaceFinder
{
    public static Location Find(INamedTypeSymbol model, FindingPlace place, CancellationToken cancellationToken)
    {
        if (place.Member is { } member)
            return Member(model, member) ?? ClassName(model, cancellationToken);
        if (place.Container >= 0)
            return Container(model, place.Container) ?? ClassName(model, cancellationToken);
        if (place.Attribute is null)
            return ClassName(model, cancellationToken);
        AttributeData? attribute = model.GetAttributes()
            .Where(candidate => AttributeNames.Of(candidate) == place.Attribute)
            .ElementAtOrDefault(place.Occurrence);
        if (attribute?.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax syntax)
            return ClassName(model, cancellationToken);
        return (ArgumentFinder.Find(attribute, syntax, place) ?? syntax).GetLocation();
    }

    /// <summary>The class's name on the declaration that carries [MixtureOfExperts].</summary>
    public static Location ClassName(INamedTypeSymbol model, CancellationToken cancellationToken)
    {
        TypeDeclarationSyntax? declaration = model.GetAttributes()
            .Where(attribute => AttributeNames.Of(attribute) == AttributeNames.MixtureOfExperts)
            .Select(attribute => attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken)
                .FirstAncestorOrSelf<TypeDeclarationSyntax>())
            .FirstOrDefault();
        return declaration?.Identifier.GetLocation() ?? model.Locations[0];
    }

    private static Location? Container(INamedTypeSymbol model, int index)
    {
        List<INamedTypeSymbol> containers = [];
        for (INamedTypeSymbol? type = model.ContainingType; type is not null; type = type.ContainingType)
            containers.Insert(0, type);
        return containers.Skip(index).Select(InUserCode).FirstOrDefault();
    }

    private static Location? Member(INamedTypeSymbol model, string name)
    {
        IEnumerable<ISymbol> found = model.GetMembers(name).Where(member => member.CanBeReferencedByName || GeneratedMembers.IsConstructor(member));
        for (INamedTypeSymbol? type = model.ContainingType; type is not null; type = type.ContainingType)
            found = found.Concat(type.TypeParameters.Where(parameter => parameter.Name == name));
        return found.Select(InUserCode).FirstOrDefault(location => location is not null);
    }

    private static Location? InUserCode(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(location => location.SourceTree is { } tree && UserCode.Holds(tree));
}
