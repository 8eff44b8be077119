using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0115: an enum whose members are not classes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClassifierEnumRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.ClassifierEnum,
        "The enum cannot name classes",
        "'{0}' cannot name classes: {1}");
}
