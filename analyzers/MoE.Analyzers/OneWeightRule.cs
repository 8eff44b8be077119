using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0210: a softmax over one selected expert, trained. A warning.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OneWeightRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.OneWeight,
        "The router gets no gradient",
        "With TopK = 1 a softmax over the selected expert is always 1, so training gives the router no gradient: use OverAll");
}
