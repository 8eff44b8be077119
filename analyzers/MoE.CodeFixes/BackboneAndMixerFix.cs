using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MoE.Specification;

namespace MoE.CodeFixes;

/// <summary>Adds [MambaMixer] to a class with a backbone. How wide a backbone should be is the user's to say.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class BackboneAndMixerFix() : RuleFix(RuleIds.BackboneAndMixer, "Add [MambaMixer]")
{
    private protected override (SyntaxNode Old, SyntaxNode New)? Change(SyntaxNode place, Diagnostic diagnostic) =>
        diagnostic.Properties.ContainsKey("Mixer") && place.FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } type
            ? (type, AttributeWriter.AddLast(type, "MambaMixer"))
            : null;
}
