using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MoE.CodeFixes;

/// <summary>Adds an attribute to a class that has some, in the way that they are written, or removes one.</summary>
internal static class AttributeWriter
{
    private static readonly string[] Ours =
        ["MixtureOfExperts", "SoftmaxGating", "FeedForwardExpert", "GatedExpert", "Classifier", "Training"];

    public static ClassDeclarationSyntax AddFirst(ClassDeclarationSyntax type, string attribute)
    {
        AttributeListSyntax first = type.AttributeLists[0];
        AttributeListSyntax list = Parse(Qualifier(type) + attribute)
            .WithLeadingTrivia(first.GetLeadingTrivia())
            .WithTrailingTrivia(LineEnd(first));
        return type.WithAttributeLists(type.AttributeLists
            .Replace(first, first.WithLeadingTrivia(Indentation(first)))
            .Insert(0, list));
    }

    public static ClassDeclarationSyntax AddLast(ClassDeclarationSyntax type, string attribute)
    {
        AttributeListSyntax last = type.AttributeLists.Last();
        AttributeListSyntax list = Parse(Qualifier(type) + attribute)
            .WithLeadingTrivia(Indentation(last))
            .WithTrailingTrivia(LineEnd(last));
        return type.WithAttributeLists(type.AttributeLists.Add(list));
    }

    /// <summary>Without the attribute, and without its brackets where it is alone in them; null where a directive stands among them.</summary>
    public static (SyntaxNode Old, SyntaxNode New)? Remove(AttributeSyntax attribute)
    {
        if (attribute.Parent is not AttributeListSyntax list || list.ContainsDirectives || list.Parent is not ClassDeclarationSyntax type)
            return null;
        if (list.Attributes.Count > 1)
            return (list, list.WithAttributes(list.Attributes.Remove(attribute)));
        // What stands above the list, comments and all, stands above what follows it.
        SyntaxToken next = list.GetLastToken().GetNextToken();
        ClassDeclarationSyntax marked = type.ReplaceToken(next, next.WithLeadingTrivia(Above(list, next)));
        return (type, marked.WithAttributeLists(marked.AttributeLists.RemoveAt(type.AttributeLists.IndexOf(list))));
    }

    private static SyntaxTriviaList Above(AttributeListSyntax list, SyntaxToken next) =>
        IsBlank(list.GetLeadingTrivia()) ? next.LeadingTrivia
        : IsBlank(next.LeadingTrivia) ? list.GetLeadingTrivia()
        : list.GetLeadingTrivia().AddRange(next.LeadingTrivia);

    private static bool IsBlank(SyntaxTriviaList trivia) => trivia.All(one => one.IsKind(SyntaxKind.WhitespaceTrivia));

    // How the class's own attributes name the namespace.
    private static string Qualifier(ClassDeclarationSyntax type) =>
        type.AttributeLists
            .SelectMany(list => list.Attributes)
            .Where(attribute => Ours.Any(our => Simple(attribute.Name) is { } name && (name == our || name == our + "Attribute")))
            .Select(attribute => attribute.Name switch
            {
                QualifiedNameSyntax qualified => $"{qualified.Left}.",
                AliasQualifiedNameSyntax qualified => $"{qualified.Alias}::",
                _ => "",
            })
            .FirstOrDefault() ?? "";

    private static string? Simple(NameSyntax name) =>
        name.DescendantNodesAndSelf(node => node is not TypeArgumentListSyntax).OfType<SimpleNameSyntax>().LastOrDefault()?.Identifier.ValueText;

    // Parsed rather than made, so that no formatter takes it for its own.
    private static AttributeListSyntax Parse(string attribute) =>
        ((BaseTypeDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"[{attribute}]class C {{ }}")!).AttributeLists[0];

    private static SyntaxTriviaList Indentation(AttributeListSyntax list) =>
        SyntaxFactory.TriviaList(list.GetLeadingTrivia().Reverse()
            .TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));

    // Comments stay with the attribute that they are about.
    private static SyntaxTriviaList LineEnd(AttributeListSyntax list)
    {
        SyntaxTrivia end = list.GetTrailingTrivia().LastOrDefault();
        return end.IsKind(SyntaxKind.EndOfLineTrivia)
            ? SyntaxFactory.TriviaList(end)
            : SyntaxFactory.TriviaList(SyntaxFactory.Space);
    }
}
