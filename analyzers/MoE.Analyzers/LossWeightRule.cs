using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0205: a loss weight that is negative or not finite.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LossWeightRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.LossWeight,
        "The loss weight is negative or not finite",
        "{0} is {1}, but must be {2}");
}
