using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0009: a language version that is too old for the emitted code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OldLanguageRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.OldLanguage,
        "The language version is too old",
        "'{0}' is compiled as C# {1}, but what is generated for it needs C# {2} or later: remove <LangVersion> from the project, or raise it");
}
