using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using MoE.Specification;

namespace MoE.CodeFixes;

/// <summary>Writes the value of the generated constant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class GeneratedConstantArgumentFix()
    : ValueFix(RuleIds.GeneratedConstantArgument, "Write the value", "Value");
