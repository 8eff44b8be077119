using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>Finds an argument in an attribute's syntax, however it is written; null where it is left out.</summary>
internal static class ArgumentFinder
{
    public static SyntaxNode? Find(AttributeData attribute, AttributeSyntax syntax, FindingPlace place)
    {
        if (place.Argument is not { } name)
            return null;
        if (syntax.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault() is { } generic
            && attribute.AttributeClass?.TypeParameters.FirstOrDefault(parameter => parameter.Name == name) is { } type)
            return generic.TypeArgumentList.Arguments.ElementAtOrDefault(type.Ordinal);
        if (syntax.ArgumentList is not { Arguments: var arguments })
            return null;
        AttributeArgumentSyntax? named = arguments.FirstOrDefault(argument =>
            (argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText == name);
        if (named is not null)
            return Element([named.Expression], place.Element);
        if (attribute.AttributeConstructor?.Parameters.FirstOrDefault(parameter => parameter.Name == name) is not { } parameter)
            return null;
        return Element(
            arguments
                .Skip(parameter.Ordinal)
                .TakeWhile(argument => argument.NameEquals is null && argument.NameColon is null)
                .Select(argument => argument.Expression)
                .ToList(),
            place.Element);
    }

    // The elements of a params argument stand there one by one, or in one array.
    private static SyntaxNode? Element(List<ExpressionSyntax> values, int element)
    {
        if (element < 0)
            return values.FirstOrDefault();
        IEnumerable<SyntaxNode> elements = values.Count > 1 ? values : values.FirstOrDefault() switch
        {
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            ImplicitArrayCreationExpressionSyntax { Initializer: var initializer } => initializer.Expressions,
            CollectionExpressionSyntax collection => collection.Elements,
            _ => values,
        };
        return elements.ElementAtOrDefault(element) ?? values.FirstOrDefault();
    }
}
