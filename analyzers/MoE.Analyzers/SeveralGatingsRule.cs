using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0104: more than one gating.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SeveralGatingsRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.SeveralGatings,
        "The model has more than one gating",
        "'{0}' already has [{1}]: a model has one gating, so remove one of the two");
}
