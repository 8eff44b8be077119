using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0206: a capacity factor below 1. A warning.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CapacityBelowOneRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.CapacityBelowOne,
        "The capacity drops rows even when all experts are equally busy",
        "CapacityFactor is {0}: below 1 some assignments find no room even when all experts are equally busy");
}
