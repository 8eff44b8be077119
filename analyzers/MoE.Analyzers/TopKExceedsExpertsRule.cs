using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0101: TopK greater than the number of experts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TopKExceedsExpertsRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.TopKExceedsExperts,
        "TopK is greater than the number of experts",
        "TopK is {0}, but the model has {1} expert(s)");

    private protected override ImmutableDictionary<string, string?> Properties(Finding finding) =>
        ImmutableDictionary<string, string?>.Empty.Add("ExpertCount", finding.Arguments[1]);
}
