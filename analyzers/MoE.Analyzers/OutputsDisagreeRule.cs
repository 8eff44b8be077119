using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0111: a number of outputs other than the enum's members.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutputsDisagreeRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.OutputsDisagree,
        "The outputs and the classifier disagree",
        "outputs is {0}, but '{1}' has {2} member(s): leave it out or make it equal");
}
