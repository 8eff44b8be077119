using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MoE.Specification;

namespace MoE.CodeFixes;

/// <summary>Removes the mixer that the class already has another one for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SeveralMixersFix() : RuleFix(RuleIds.SeveralMixers, "Remove this mixer")
{
    private protected override (SyntaxNode Old, SyntaxNode New)? Change(SyntaxNode place, Diagnostic diagnostic) =>
        place.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute ? AttributeWriter.Remove(attribute) : null;
}
