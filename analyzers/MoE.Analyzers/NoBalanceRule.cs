using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0209: training without a balance loss. A warning.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoBalanceRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.NoBalance,
        "Nothing keeps the router from using few experts",
        "'{0}' is trained to choose {1} of {2} experts without a balance loss: the router tends to send everything to a few");
}
