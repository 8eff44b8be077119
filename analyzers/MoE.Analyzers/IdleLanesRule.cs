using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0301: a width that fills no vectors. Advice that is not shown.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IdleLanesRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.IdleLanes,
        "The width leaves vector lanes idle",
        "A width of {0} takes the time of {1}: vectors hold 8 floats, or 16");

    private protected override ImmutableDictionary<string, string?> Properties(Finding finding) =>
        ImmutableDictionary<string, string?>.Empty.Add("Width", finding.Arguments[1]);
}
