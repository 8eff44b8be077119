using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0107: a type of the user's whose constants say other sizes than the model.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CustomTypeSizesRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.CustomTypeSizes, "A type of your own has other sizes", "'{0}.{1}' is {2}, but {3}");
}
