using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0106: groups that do not divide the experts, or hold too few.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GroupsDoNotFitRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.GroupsDoNotFit,
        "The groups of experts do not fit",
        "{0}");
}
