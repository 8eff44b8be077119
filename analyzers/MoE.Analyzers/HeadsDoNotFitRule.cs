using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0132: heads of attention that do not share the width or the keys evenly.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HeadsDoNotFitRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.HeadsDoNotFit, "The heads of attention do not fit", "{0}");
}
