using System;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>What the checks say of one model: worked out once for all rules.</summary>
internal sealed class ModelAnalysis
{
    // Lives as long as the symbol, so as long as its compilation.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, ModelAnalysis> Known = new();

    private ModelAnalysis(EquatableArray<Finding> findings, string? failure)
    {
        Findings = findings;
        Failure = failure;
    }

    public EquatableArray<Finding> Findings { get; }

    /// <summary>What went wrong inside the checks; null as it should be.</summary>
    public string? Failure { get; }

    public static ModelAnalysis Of(INamedTypeSymbol model, CancellationToken cancellationToken) =>
        Known.GetValue(model, type => Run(() => ModelChecks.Run(ModelParser.Parse(type, cancellationToken))));

    public static ModelAnalysis Run(Func<EquatableArray<Finding>> check)
    {
        try
        {
            return new ModelAnalysis(check(), failure: null);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new ModelAnalysis(ImmutableArray<Finding>.Empty, $"{error.GetType().Name}: {error.Message}");
        }
    }
}
