using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0131: more than one mixer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SeveralMixersRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.SeveralMixers,
        "The backbone has more than one mixer",
        "'{0}' already has [{1}]: all layers of a backbone have the same mixer, so remove one of the two");
}
