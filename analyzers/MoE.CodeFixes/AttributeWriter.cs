using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MoE.CodeFixes;

/// <summary>Adds an attribute to a class that has some, in the way that they are written.</summary>
internal static class AttributeWriter
{
    private static readonly string[] Ours =
        ["MixtureOfExperts", "SoftmaxGating", "FeedForwardExpert", "GatedExpert", "Classifier", "Training"];

    /// <summary>An attribute of the namespace MoE, qualified as the class's others are.</summary>
    public static AttributeSyntax Named(ClassDeclarationSyntax type, string name)
    {
        IdentifierNameSyntax simple = SyntaxFactory.IdentifierName(name);
        NameSyntax? model = type.AttributeLists
            .SelectMany(list => list.Attributes)
            .Select(attribute => attribute.Name)
            .FirstOrDefault(IsOurs);
        return SyntaxFactory.Attribute(model switch
        {
            QualifiedNameSyntax qualified => qualified.WithRight(simple),
            AliasQualifiedNameSyntax alias => alias.WithName(simple),
            _ => simple,
        });
    }

    public static ClassDeclarationSyntax AddLast(ClassDeclarationSyntax type, AttributeSyntax attribute)
    {
        AttributeListSyntax last = type.AttributeLists.Last();
        AttributeListSyntax list = List(attribute)
            .WithLeadingTrivia(Indentation(last))
            .WithTrailingTrivia(LineEnd(last));
        return type.AddAttributeLists(list);
    }

    public static ClassDeclarationSyntax AddFirst(ClassDeclarationSyntax type, AttributeSyntax attribute)
    {
        AttributeListSyntax first = type.AttributeLists[0];
        AttributeListSyntax list = List(attribute)
            .WithLeadingTrivia(first.GetLeadingTrivia())
            .WithTrailingTrivia(LineEnd(first));
        return type.WithAttributeLists(type.AttributeLists
            .Replace(first, first.WithLeadingTrivia(Indentation(first)))
            .Insert(0, list));
    }

    private static bool IsOurs(NameSyntax name)
    {
        string text = name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return Ours.Any(our => text == our || text == our + "Attribute");
    }

    private static AttributeListSyntax List(AttributeSyntax attribute) =>
        SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute));

    private static SyntaxTriviaList Indentation(AttributeListSyntax list) =>
        list.GetLeadingTrivia().LastOrDefault() is { RawKind: (int)SyntaxKind.WhitespaceTrivia } space ? [space] : [];

    // Comments stay with the attribute that they are about.
    private static SyntaxTriviaList LineEnd(AttributeListSyntax list) => SyntaxFactory.TriviaList(list.GetTrailingTrivia()
        .Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia) || trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
}
