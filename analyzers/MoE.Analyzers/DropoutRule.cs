using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0204: a dropout outside [0, 1).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DropoutRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.Dropout,
        "The dropout is not a probability below one",
        "{0} is {1}, but must be {2}");
}
