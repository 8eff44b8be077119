using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0117: a loss that cannot be computed from the model's targets.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LossDoesNotFitRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.LossDoesNotFit,
        "The loss does not fit the targets",
        "{0}");
}
