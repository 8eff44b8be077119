using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MoE.Analyzers.Tests.Mutations;

#pragma warning disable RS1001, RS1017, RS1036, RS1037, RS2008 // It does not ship.

/// <summary>Speaks of the program as a whole, where nobody would look.</summary>
internal sealed class StrayingAnalyzer(string id) : DiagnosticAnalyzer
{
    private readonly DiagnosticDescriptor _rule = new(id, "Planted", "Planted", "Planted", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(compilation => compilation.ReportDiagnostic(Diagnostic.Create(_rule, Location.None)));
    }
}
