using System;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MoE.Analyzers.Tests;

/// <summary>Every analyzer and fix that ships.</summary>
internal static class AllRules
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
        Instances<DiagnosticAnalyzer, DiagnosticAnalyzerAttribute>(typeof(ModelRule).Assembly);

    public static ImmutableArray<CodeFixProvider> Fixes { get; } =
        Instances<CodeFixProvider, ExportCodeFixProviderAttribute>(typeof(CodeFixes.RuleFix).Assembly);

    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        [.. Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)];

    public static Task<ImmutableArray<Diagnostic>> DiagnoseAsync(Compilation compilation) =>
        compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync();

    private static ImmutableArray<T> Instances<T, TMark>(Assembly assembly)
        where TMark : Attribute =>
    [
        .. assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<TMark>() is not null)
            .Select(type => (T)Activator.CreateInstance(type)!),
    ];
}
