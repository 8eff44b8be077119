using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0114: an argument that the gating, or the block around the mixture, ignores. A warning: the model works all the same.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredByGatingRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.IgnoredByGating,
        "The gating ignores an argument",
        "[{0}] ignores {1}: remove it, or use another {2}");
}
