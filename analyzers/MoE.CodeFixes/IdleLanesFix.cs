using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using MoE.Specification;

namespace MoE.CodeFixes;

/// <summary>Rounds the width up.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IdleLanesFix()
    : ValueFix(RuleIds.IdleLanes, "Round the width up to whole vectors", "Width");
