using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MoE.Specification;

namespace MoE.CodeFixes;

/// <summary>Weighs by a softmax over all experts.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class OneWeightFix() : RuleFix(RuleIds.OneWeight, "Weigh by a softmax over all experts")
{
    private protected override (SyntaxNode Old, SyntaxNode New)? Change(SyntaxNode place, Diagnostic diagnostic) =>
        EnumMember.Change(place, "OverAll");
}
