using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>A rule that the checks answer: it shows their findings of its id in the source.</summary>
public abstract class ModelRule : DiagnosticAnalyzer
{
    private readonly DiagnosticDescriptor _descriptor;

    private protected ModelRule(DiagnosticDescriptor descriptor)
    {
        _descriptor = descriptor;
        SupportedDiagnostics = ImmutableArray.Create(descriptor);
    }

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    /// <summary>What a code fix needs to know beyond the place.</summary>
    private protected virtual ImmutableDictionary<string, string?> Properties(Finding finding) =>
        ImmutableDictionary<string, string?>.Empty;

    /// <summary>What to say of a model.</summary>
    private protected virtual ImmutableArray<Finding> Findings(INamedTypeSymbol type, SymbolAnalysisContext context) =>
        ModelAnalysis.Of(type, context.CancellationToken).Findings.Where(finding => finding.RuleId == _descriptor.Id).ToImmutableArray();

    private void Analyze(SymbolAnalysisContext context)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (!AttributeNames.MarkModel(type))
            return;
        foreach (Finding finding in Findings(type, context))
            context.ReportDiagnostic(Diagnostic.Create(
                _descriptor,
                PlaceFinder.Find(type, finding.Place, context.CancellationToken),
                Properties(finding),
                finding.Arguments.ToArray<object>()));
    }
}
