using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0135: a Mamba expert in a model without a backbone. A suggestion.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallIsSequenceRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.CallIsSequence,
        "The rows of a call are one sequence",
        "'{0}' has a Mamba expert, so the rows of a call are the steps of one sequence, in order: say the length where a call has several");
}
