using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0137: a backbone without a head whose width is not the number of outputs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HeadNeededRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.HeadNeeded,
        "The backbone needs its head",
        "Without a head the outputs of '{0}' are what leaves its layers, but the width is {1} and there are {2} outputs: make them equal, or keep the head");
}
