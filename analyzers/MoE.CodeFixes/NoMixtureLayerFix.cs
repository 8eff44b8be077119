using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using MoE.Specification;

namespace MoE.CodeFixes;

/// <summary>Gives the last layer the mixture.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class NoMixtureLayerFix()
    : ValueFix(RuleIds.NoMixtureLayer, "Set MixtureEvery to the number of layers", "Layers");
