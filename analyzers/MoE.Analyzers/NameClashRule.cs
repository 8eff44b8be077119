using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0007: a name that the generated part declares or refers to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameClashRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.NameClash,
        "A name that the model needs is taken",
        "The {0} '{1}' has a name that the generated part of '{2}' needs: rename it");
}
