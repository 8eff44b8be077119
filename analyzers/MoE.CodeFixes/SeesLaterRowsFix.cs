using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using MoE.Specification;

namespace MoE.CodeFixes;

/// <summary>Lets the capacity hold while training alone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SeesLaterRowsFix() : RuleFix(RuleIds.SeesLaterRows, "Let the capacity hold while training alone")
{
    private protected override (SyntaxNode Old, SyntaxNode New)? Change(SyntaxNode place, Diagnostic diagnostic) =>
        EnumMember.Change(place, "Always", "Training");
}
