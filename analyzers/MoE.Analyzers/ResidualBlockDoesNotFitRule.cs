using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0134: a residual block of unequal inputs and outputs, or beside a backbone.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ResidualBlockDoesNotFitRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.ResidualBlockDoesNotFit, "The residual block does not fit", "[ResidualBlock] cannot stand here: {0}");
}
