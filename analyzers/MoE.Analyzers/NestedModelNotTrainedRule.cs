using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0118: a model that is trained holds one that is not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NestedModelNotTrainedRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.NestedModelNotTrained, "A model inside cannot be trained", "'{1}' is trained, but its expert '{0}' has no [Training]");
}
