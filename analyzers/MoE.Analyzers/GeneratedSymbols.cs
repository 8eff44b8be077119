using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>Finds what an expression takes from the generated part of a model, through the constants that it is made of.</summary>
internal static class GeneratedSymbols
{
    /// <summary>A generated symbol that the expression needs, or null.</summary>
    public static ISymbol? In(SyntaxNode expression, SemanticModel semantics, CancellationToken cancellationToken) =>
        In(expression, semantics, new HashSet<ISymbol>(SymbolEqualityComparer.Default), cancellationToken);

    private static ISymbol? In(
        SyntaxNode expression, SemanticModel semantics, HashSet<ISymbol> seen, CancellationToken cancellationToken)
    {
        ISymbol[] symbols =
        [
            .. expression.DescendantNodesAndSelf()
                .OfType<SimpleNameSyntax>()
                .Select(name => semantics.GetSymbolInfo(name, cancellationToken).Symbol)
                .OfType<ISymbol>(),
        ];
        return symbols.LastOrDefault(symbol => IsGenerated(symbol, semantics.Compilation))
            ?? symbols
                .Where(symbol => symbol is IFieldSymbol { IsConst: true } && seen.Add(symbol))
                .SelectMany(constant => constant.DeclaringSyntaxReferences)
                .SelectMany(declaration => declaration.GetSyntax(cancellationToken).ChildNodes().OfType<EqualsValueClauseSyntax>())
                .Select(value => In(value.Value, SemanticsOf(value, semantics), seen, cancellationToken))
                .FirstOrDefault(symbol => symbol is not null);
    }

    // A model of another assembly has its members already.
    private static bool IsGenerated(ISymbol symbol, Compilation compilation)
    {
        for (ISymbol member = symbol; member.ContainingType is { } owner; member = owner)
        {
            if (AttributeNames.MarkModel(owner)
                && SymbolEqualityComparer.Default.Equals(owner.ContainingAssembly, compilation.Assembly)
                && !UserCode.Declares(member))
                return true;
        }

        return false;
    }

#pragma warning disable RS1030 // The constant may stand in another file; only attributes of models that use one come here.
    private static SemanticModel SemanticsOf(SyntaxNode node, SemanticModel semantics) =>
        node.SyntaxTree == semantics.SyntaxTree ? semantics : semantics.Compilation.GetSemanticModel(node.SyntaxTree);
#pragma warning restore RS1030
}
