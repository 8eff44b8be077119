using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0108: a hierarchy of models that goes in a circle.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HierarchyCycleRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.HierarchyCycle, "A model is an expert of itself", "'{0}' leads back to where it is an expert: {1}");
}
