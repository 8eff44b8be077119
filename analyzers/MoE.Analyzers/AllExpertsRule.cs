using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0208: TopK equal to the number of experts. Advice that is not shown.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AllExpertsRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.AllExperts,
        "The router chooses all experts",
        "TopK is the number of experts: [SoftGating] says so and skips the choice");
}
