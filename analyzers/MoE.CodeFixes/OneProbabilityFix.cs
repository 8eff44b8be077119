using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MoE.Specification;

namespace MoE.CodeFixes;

/// <summary>Sets TopK to 2.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class OneProbabilityFix() : RuleFix(RuleIds.OneProbability, "Set TopK to 2")
{
    private protected override (SyntaxNode Old, SyntaxNode New)? Change(SyntaxNode place, Diagnostic diagnostic) => place is ExpressionSyntax
        ? (place, SyntaxFactory.ParseExpression("2").WithTriviaFrom(place))
        : null;
}
