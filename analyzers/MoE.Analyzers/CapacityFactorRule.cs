using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0202: a capacity factor that is negative or not finite.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CapacityFactorRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.CapacityFactor,
        "The capacity factor is negative or not finite",
        "{0} is {1}, but must be 0 (dropless) or a positive finite number");
}
