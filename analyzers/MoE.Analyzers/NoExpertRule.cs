using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0103: a model without experts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoExpertRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.NoExpert,
        "The model has no expert",
        "'{0}' has no expert: add [FeedForwardExpert] or [GatedExpert]");
}
