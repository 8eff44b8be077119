using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using MoE.Specification;

namespace MoE.CodeFixes;

/// <summary>Sets TopK to the number of experts.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class TopKExceedsExpertsFix()
    : ValueFix(RuleIds.TopKExceedsExperts, "Set TopK to the number of experts", "ExpertCount");
