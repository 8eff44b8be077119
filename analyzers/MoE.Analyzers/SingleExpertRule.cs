using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0207: a model with one expert. A warning.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SingleExpertRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.SingleExpert,
        "The router has one expert to choose from",
        "'{0}' has one expert, so its router decides nothing: add experts");
}
