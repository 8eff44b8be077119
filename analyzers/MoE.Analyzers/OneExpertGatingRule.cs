using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0105: TopK above 1 with a gating that sends a row to one expert.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OneExpertGatingRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.OneExpertGating,
        "The gating sends a row to one expert",
        "TopK is {0}, but [{1}] sends each row to one expert: TopK must be 1");
}
