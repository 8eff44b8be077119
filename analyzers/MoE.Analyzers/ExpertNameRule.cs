using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0110: an expert's name that is no identifier, or that another expert has.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExpertNameRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.ExpertName,
        "The expert's name is invalid or taken",
        "'{0}' cannot name an expert: {1}");
}
