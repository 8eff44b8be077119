using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MoE.Specification;

namespace MoE.CodeFixes;

/// <summary>Mixes probabilities.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MixingDoesNotFitFix() : RuleFix(RuleIds.MixingDoesNotFit, "Mix probabilities")
{
    private protected override (SyntaxNode Old, SyntaxNode New)? Change(SyntaxNode place, Diagnostic diagnostic) =>
        EnumMember.Change(place, "Logits", "Probabilities");
}
