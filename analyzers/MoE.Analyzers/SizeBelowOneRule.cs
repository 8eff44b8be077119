using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0201: a width or count less than one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SizeBelowOneRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.SizeBelowOne,
        "A width or count is less than one",
        "{0} is {1}, but must be at least 1");
}
