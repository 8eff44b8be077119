using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MoE.Specification;

namespace MoE.CodeFixes;

/// <summary>Takes the balance loss of Switch Transformers, with its usual weight.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class NoBalanceFix() : RuleFix(RuleIds.NoBalance, "Add a balance loss")
{
    private protected override (SyntaxNode Old, SyntaxNode New)? Change(SyntaxNode place, Diagnostic diagnostic) => place is LiteralExpressionSyntax
        ? (place, SyntaxFactory.ParseExpression("0.01").WithTriviaFrom(place))
        : EnumMember.Change(place, "Switch");
}
