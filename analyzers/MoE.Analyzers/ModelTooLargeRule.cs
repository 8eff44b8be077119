using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0302: more parameters than one array holds.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelTooLargeRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.ModelTooLarge,
        "The model is too large",
        "'{0}' has about {1} parameters, padding included, but a model holds at most 2^31: declare fewer or narrower experts");
}
