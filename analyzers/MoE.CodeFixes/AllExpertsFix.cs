using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MoE.Specification;

namespace MoE.CodeFixes;

/// <summary>Adds [SoftGating] to a class that names no gating.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AllExpertsFix() : RuleFix(RuleIds.AllExperts, "Use [SoftGating]")
{
    // Which settings of another gating would have to stay is the user's to say.
    private protected override (SyntaxNode Old, SyntaxNode New)? Change(SyntaxNode place, Diagnostic diagnostic) =>
        place.FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } type
            && !type.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString().Contains("Gating"))
            ? (type, AttributeWriter.AddLast(type, "SoftGating"))
            : null;
}
