using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0119: weights in fewer bits than training needs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WeightFormatTrainedRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.WeightFormatTrained,
        "A low-bit weight format cannot be trained",
        "'{0}' has [Training], whose steps are lost in {1} weights: train a Float32 model and load its file into one of this format");
}
