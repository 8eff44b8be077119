using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0109: a type of the user's that a model cannot use.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CustomTypeRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.CustomType, "A type of your own cannot be used", "'{0}' cannot be the {1} of '{2}': {3}");
}
