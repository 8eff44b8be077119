using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Analyzers;
using MoE.Benchmarks.Compiling;
using MoE.Generators;

namespace MoE.Benchmarks.Generator;

/// <summary>Measures our analyzers.</summary>
internal static class AnalyzerTimes
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(ModelRule).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static AnalyzersLine Measure(ModelProject project, int rounds)
    {
        Compilation generated = project.Parse().AddSyntaxTrees(Compiler.Run(new ModelGenerator(), project.Parse()).GetRunResult().GeneratedTrees);
        List<double> all = [], own = [];
        for (int round = -1; round < rounds; round++)
        {
            AnalysisResult? result = null;
            // A clone has bound nothing yet.
            Compilation fresh = generated.Clone();
            Sample sample = Sample.Take(() => result = Analyze(fresh));
            if (round < 0) continue;
            all.Add(sample.Milliseconds / 1000);
            own.Add(result!.AnalyzerTelemetryInfo.Values.Sum(each => each.ExecutionTime.TotalSeconds));
        }
        return new(project.Models.Count, project.Shapes, s_analyzers.Length, Math.Round(Sample.MedianOf(all), 3), Math.Round(Sample.MedianOf(own), 3));
    }

    private static AnalysisResult Analyze(Compilation compilation) => compilation
        .WithAnalyzers(s_analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true))
        .GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
}
