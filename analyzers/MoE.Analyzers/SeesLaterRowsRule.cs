using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0136: a model of sequences in which a step would depend on later ones.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SeesLaterRowsRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.SeesLaterRows, "A step of a sequence sees later ones", "'{0}' is a model of sequences, whose steps must not see later ones: {1}");
}
