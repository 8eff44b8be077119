using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0102: TopK less than one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TopKBelowOneRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.TopKBelowOne,
        "TopK is less than one",
        "TopK is {0}, but a row needs at least one expert");
}
