using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0130: a mixer without a backbone, or a backbone without a mixer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BackboneAndMixerRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.BackboneAndMixer, "A backbone and its mixer go together", "'{0}' {1}");

    private protected override ImmutableDictionary<string, string?> Properties(Finding finding) => finding.Place.Attribute == BackboneSpec.Table.Name
        ? ImmutableDictionary<string, string?>.Empty.Add("Mixer", null)
        : ImmutableDictionary<string, string?>.Empty;
}
