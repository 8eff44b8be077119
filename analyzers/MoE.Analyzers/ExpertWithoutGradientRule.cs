using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0122: an expert or router that passes no gradient on, where something in front of it learns.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExpertWithoutGradientRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.ExpertWithoutGradient, "Gradients find no way back through it", "'{0}' {1}");
}
