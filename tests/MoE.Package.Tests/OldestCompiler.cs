using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Runtime.Loader;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Shouldly;

namespace MoE.Package.Tests;

/// <summary>A compilation by the oldest compiler that the package is made for: that of the tests themselves, with C# 12.</summary>
/// <remarks>No package has it as a program, so this does what the program would: it loads generators and analyzers as files and runs all of them.</remarks>
public sealed class OldestCompiler : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Compilation _compilation;

    public OldestCompiler(PackageFixture package, string source)
    {
        ZipFile.ExtractToDirectory(package.PackagePath, _folder.Path);
        AnalyzerFileReference[] parts = [.. Directory.EnumerateFiles(_folder["analyzers/dotnet/cs"]).Select(Load)];
        var options = new CSharpParseOptions(LanguageVersion.CSharp12);
        Compilation written = CSharpCompilation.Create(
            "Oldest", [CSharpSyntaxTree.ParseText(source, options)], References(), new(OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999, specificDiagnosticOptions: SilentInTheSdk));
        GeneratorDriver driver = CSharpGeneratorDriver
            .Create(parts.SelectMany(part => part.GetGenerators(LanguageNames.CSharp)), parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(written, out _compilation, out _);
        Emitted = driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources).ToDictionary(text => text.HintName, text => text.SourceText.ToString());
        Complaints =
        [
            .. _compilation.WithAnalyzers([.. parts.SelectMany(part => part.GetAnalyzers(LanguageNames.CSharp))]).GetAllDiagnosticsAsync(CancellationToken.None).Result
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString()),
        ];
    }

    // A library for .NET 9 beside the references of a later one.
    private static IEnumerable<KeyValuePair<string, ReportDiagnostic>> SilentInTheSdk => [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)];

    public static Version Version { get; } = typeof(CSharpCompilation).Assembly.GetName().Version!;

    /// <summary>Errors and warnings.</summary>
    public IReadOnlyList<string> Complaints { get; }

    /// <summary>What the generator wrote, by file.</summary>
    public IReadOnlyDictionary<string, string> Emitted { get; }

    /// <summary>Calls a static method without parameters of what was compiled.</summary>
    public object? Call(string type, string method)
    {
        using var image = new MemoryStream();
        _compilation.Emit(image).Success.ShouldBeTrue();
        image.Position = 0;
        var context = new AssemblyLoadContext("oldest");
        context.LoadFromAssemblyPath(Library);
        return context.LoadFromStream(image).GetType(type)!.GetMethod(method)!.Invoke(null, null);
    }

    public void Dispose() => _folder.Dispose();

    private string Library => _folder["lib/net9.0/MoE.dll"];

    private AnalyzerFileReference Load(string path)
    {
        var part = new AnalyzerFileReference(path, new FileLoader());
        part.AnalyzerLoadFailed += (_, failure) => throw new InvalidOperationException(failure.Message, failure.Exception);
        return part;
    }

    private IEnumerable<MetadataReference> References() => Directory
        .EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll").Where(path => !path.Contains("Native", StringComparison.Ordinal))
        .Append(Library).Select(path => MetadataReference.CreateFromFile(path));
}
