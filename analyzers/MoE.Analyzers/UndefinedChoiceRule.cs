using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0121: an enum argument that is no member of its enum.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndefinedChoiceRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.UndefinedChoice,
        "The enum argument has no defined value",
        "{0} is {1}, which is no member of {2}");
}
