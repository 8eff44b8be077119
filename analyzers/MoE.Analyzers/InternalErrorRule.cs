using System;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0999: a fault of ours, shown at the class that brought it out instead of a crash.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InternalErrorRule : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.InternalError,
        "MoE.Gen failed on this model",
        "MoE.Gen failed on '{0}', which is a fault of MoE.Gen; please report it: {1}");

    private readonly Func<INamedTypeSymbol, CancellationToken, ModelAnalysis> _analysis;

    public InternalErrorRule()
        : this(ModelAnalysis.Of)
    {
    }

    internal InternalErrorRule(Func<INamedTypeSymbol, CancellationToken, ModelAnalysis> analysis) => _analysis = analysis;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private void Analyze(SymbolAnalysisContext context)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (AttributeNames.MarkModel(type) && (_analysis(type, context.CancellationToken).Failure ?? GeneratorFailure.Of(type)) is { } failure)
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor, PlaceFinder.ClassName(type, context.CancellationToken), type.Name, failure));
    }
}
