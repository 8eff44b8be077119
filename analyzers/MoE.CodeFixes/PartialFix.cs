using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MoE.CodeFixes;

/// <summary>Makes a type partial.</summary>
public abstract class PartialFix : RuleFix
{
    private protected PartialFix(string ruleId)
        : base(ruleId, "Make partial")
    {
    }

    private protected sealed override (SyntaxNode Old, SyntaxNode New)? Change(SyntaxNode place, Diagnostic diagnostic)
    {
        if (place is not TypeDeclarationSyntax type || type.Modifiers.Any(SyntaxKind.PartialKeyword))
            return null;
        SyntaxToken keyword = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (type.Modifiers.Count > 0)
            return (type, type.AddModifiers(keyword));
        // The first token of a declaration carries its comments and indentation.
        return (type, type
            .WithKeyword(type.Keyword.WithLeadingTrivia())
            .AddModifiers(keyword.WithLeadingTrivia(type.Keyword.LeadingTrivia)));
    }
}
