using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MoE.Specification;

namespace MoE.CodeFixes;

/// <summary>Adds [MixtureOfExperts] with sizes of zero, which the next rule asks for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AttributeWithoutModelFix() : RuleFix(RuleIds.AttributeWithoutModel, "Add [MixtureOfExperts]")
{
    private protected override (SyntaxNode Old, SyntaxNode New)? Change(SyntaxNode place, Diagnostic diagnostic)
    {
        if (place.FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { } type)
            return null;
        bool isClassifier = type.AttributeLists
            .SelectMany(list => list.DescendantNodes().OfType<GenericNameSyntax>())
            .Any(name => name.Identifier.ValueText is "Classifier" or "ClassifierAttribute");
        string sizes = isClassifier ? "inputs: 0" : "inputs: 0, outputs: 0";
        return (type, AttributeWriter.AddFirst(type, $"MixtureOfExperts({sizes})"));
    }
}
