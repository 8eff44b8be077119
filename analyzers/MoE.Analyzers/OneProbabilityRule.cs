using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0211: probabilities of one expert, whose weight does not matter.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OneProbabilityRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.OneProbability, "One expert's probabilities teach the router nothing", "'{0}' mixes the probabilities of one expert a row: whatever its weight, they are the mixture's, so training gives the router no gradient");
}
