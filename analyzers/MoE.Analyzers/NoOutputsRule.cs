using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0116: a model whose number of outputs is unknown.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoOutputsRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.NoOutputs,
        "The number of outputs is not given",
        "'{0}' has neither outputs nor [Classifier]: give one of them");
}
