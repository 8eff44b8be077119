using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0120: LoadCv without noise, or with TopK equal to the number of experts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoadCvWithoutNoiseRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.LoadCvWithoutNoise,
        "The load loss needs noise and a choice",
        "{0}");
}
