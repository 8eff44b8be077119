using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0113: rows passed through a model whose inputs and outputs are not equally many.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PassThroughSizesRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.PassThroughSizes,
        "A row cannot pass through",
        "Overflow.PassThrough adds the row itself to the output, but rows have {0} inputs and {1} outputs: make them equal, or use Drop or NextBest");
}
