using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Generators;

namespace MoE.Analyzers.Tests.Mutations;

/// <summary>A program in front of the compiler with the generator and all analyzers.</summary>
internal sealed class Trial
{
    // Far more than any model takes, far less than one that is planned expert by expert for int.MaxValue of them.
    private const long MostBytes = 256L << 20;

    // For what never ends; a program takes a fraction of a second.
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    private static readonly ImmutableHashSet<string> KnownIds = [.. AllRules.Descriptors.Select(rule => rule.Id)];

    private readonly GeneratorDriverRunResult _run;
    private readonly long _allocated;
    private readonly ImmutableArray<Diagnostic> _compiler;

    private Trial(MutatedProgram program, ISourceGenerator generator, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        Project = TrialProject.Of(program);
        Written = Project.GetCompilationAsync().GetAwaiter().GetResult()!;
        long before = GC.GetAllocatedBytesForCurrentThread();
        _run = CSharpGeneratorDriver.Create([generator], parseOptions: TestCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(Written, out Compilation output, out _)
            .GetRunResult();
        _allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        // Both at once: each binds the whole program.
        ILookup<bool, Diagnostic> said = output.WithAnalyzers(analyzers).GetAllDiagnosticsAsync().GetAwaiter().GetResult().ToLookup(IsOfTheCompiler);
        (_compiler, Found) = ([.. said[true]], [.. said[false]]);
    }

    public Project Project { get; }

    /// <summary>What the user wrote.</summary>
    public Compilation Written { get; }

    /// <summary>What the analyzers say.</summary>
    public ImmutableArray<Diagnostic> Found { get; }

    /// <summary>Whether neither the rules nor, in the user's part, the compiler has anything against it.</summary>
    public bool IsValid => !HasErrors && !IsWrittenWrong;

    /// <summary>Whether the compiler has something against the user's part.</summary>
    public bool IsWrittenWrong => Written.GetDiagnostics().Any(IsError);

    private bool HasErrors => Found.Any(IsError);

    public static Trial Of(MutatedProgram program) => Of(program, new ModelGenerator().AsSourceGenerator(), AllRules.Analyzers, Deadline);

    public static Trial Of(MutatedProgram program, ISourceGenerator generator, ImmutableArray<DiagnosticAnalyzer> analyzers, TimeSpan deadline) =>
        Task.Run(() => new Trial(program, generator, analyzers)).WaitAsync(deadline).GetAwaiter().GetResult();

    /// <summary>What must not be, whatever the program is.</summary>
    public IEnumerable<string> Complaints() => Crashes().Concat(Costs()).Concat(CompilerErrors()).Concat(Strays());

    private IEnumerable<string> Crashes() =>
        _run.Results.Where(result => result.Exception is not null).Select(result => $"the generator threw {result.Exception}")
            .Concat(Found.Where(diagnostic => diagnostic.Id is "AD0001" or "MOE0999").Select(diagnostic => $"crashed: {diagnostic}"));

    private IEnumerable<string> Costs() => _allocated > MostBytes ? [$"the generator allocated {_allocated >> 20} MiB"] : [];

    // Where the user's code has no error of its own, the generated part brings none; where a rule speaks, no error is generated beside it.
    private IEnumerable<string> CompilerErrors() => _compiler.Where(IsError)
        .Where(error => (HasErrors && IsGenerated(error)) || !IsWrittenWrong)
        .Select(error => $"only with the generated part: {error}");

    private IEnumerable<string> Strays() =>
        Found.Where(diagnostic => !KnownIds.Contains(diagnostic.Id)).Select(diagnostic => $"unknown rule: {diagnostic}")
            .Concat(Found.Where(diagnostic => !UserPlaces.Hold(diagnostic.Location, Written)).Select(diagnostic => $"out of place: {diagnostic}"));

    private bool IsGenerated(Diagnostic error) => error.Location.SourceTree is { } tree && !Written.ContainsSyntaxTree(tree);

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static bool IsOfTheCompiler(Diagnostic diagnostic) => diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler);
}
