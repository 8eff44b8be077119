using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0133: a backbone of which no layer would have the mixture.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoMixtureLayerRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.NoMixtureLayer,
        "No layer of the backbone has the mixture",
        "MixtureEvery is {0}, but must be from 1 to the number of layers, {1}: else no layer has the mixture");

    // What a number below one was meant to say, nobody knows.
    private protected override ImmutableDictionary<string, string?> Properties(Finding finding) =>
        int.Parse(finding.Arguments[0], CultureInfo.InvariantCulture) < 1
            ? ImmutableDictionary<string, string?>.Empty
            : ImmutableDictionary<string, string?>.Empty.Add("Layers", finding.Arguments[1]);
}
