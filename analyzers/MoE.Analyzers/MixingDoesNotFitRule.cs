using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0112: logits and probabilities in one sum.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MixingDoesNotFitRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.MixingDoesNotFit, "What the experts say cannot be summed", "'{0}': {1}");
}
