using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0122: an expert behind slots that carries no gradient back.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExpertWithoutGradientRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.ExpertWithoutGradient, "The expert cannot tell slots their gradients", "'{0}' mixes rows into slots, which learn through the experts that read them: forests, types of your own and other models pass no gradient on");
}
