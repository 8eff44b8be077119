using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0004: experts on more than one part of a partial class.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SeveralPartsRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.SeveralParts,
        "The experts stand on more than one part of the class",
        "Experts of '{0}' stand on another part of the class as well: their order would be that of the files. Declare all of them on one part");
}
