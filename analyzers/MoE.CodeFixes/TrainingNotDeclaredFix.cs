using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MoE.Specification;

namespace MoE.CodeFixes;

/// <summary>Adds [Training] to the model class.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class TrainingNotDeclaredFix() : RuleFix(RuleIds.TrainingNotDeclared, "Add [Training] to the model")
{
    // The place is the model's name, or the call where the model is in another assembly.
    private protected override (SyntaxNode Old, SyntaxNode New)? Change(SyntaxNode place, Diagnostic diagnostic) =>
        place is ClassDeclarationSyntax { AttributeLists.Count: > 0 } model
            ? (model, AttributeWriter.AddLast(model, "Training"))
            : null;
}
