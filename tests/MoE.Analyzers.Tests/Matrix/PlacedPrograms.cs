using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using MoE.Generators;

namespace MoE.Analyzers.Tests.Matrix;

/// <summary>The wrong programs, a file for each, all put into containers of one kind and compiled with the generator.</summary>
internal sealed class PlacedPrograms
{
    private readonly ImmutableArray<Markup> _files;
    private readonly CSharpCompilation _written;

    /// <param name="place">Puts a program, whose number is given, into its container.</param>
    /// <param name="options">Of the compilation.</param>
    public PlacedPrograms(Func<string, int, string> place, CSharpCompilationOptions? options = null)
    {
        _files = [.. WrongPrograms.All.Select((program, index) => Markup.Parse(place(program, index)))];
        _written = TestCompilation.Create([("/Companions.cs", WrongPrograms.Companions), .. _files.Select((file, index) => ($"/{index}.cs", file.Source))])
            .WithOptions(options ?? TestCompilation.Options);
        CSharpGeneratorDriver.Create([new ModelGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(_written, out Compilation output, out _);
        Output = output;
    }

    /// <summary>With what the generator wrote.</summary>
    public Compilation Output { get; }

    /// <summary>As <c>MOE0101 on '3' at 41 of /6.cs</c>.</summary>
    public IEnumerable<string> Expected => _files.SelectMany((file, index) => file.Marks.Select(mark => Show(mark.Id, file.Source, mark.Span.Start, mark.Span.End, index)));

    public static string Named(string program, int index) => Regex.Replace(program, @"\b(Model|Caller)\b", "${1}" + index.ToString(CultureInfo.InvariantCulture));

    /// <summary>What the rules say of the programs, advice only where it is marked.</summary>
    public async Task<ImmutableArray<Diagnostic>> Found() =>
    [
        .. (await AllRules.DiagnoseAsync(Output)).Where(found => IndexOf(found) is not { } index || !Diagnose.Advice.Contains(found.Id) || _files[index].Marks.Any(mark => mark.Id == found.Id)),
    ];

    public string Show(Diagnostic found) => IndexOf(found) is { } index
        ? Show(found.Id, _files[index].Source, found.Location.SourceSpan.Start, found.Location.SourceSpan.End, index)
        : found.ToString();

    /// <summary>What the compiler has against generated files.</summary>
    public IEnumerable<string> GeneratedErrors => Output.GetDiagnostics()
        .Where(error => error.Severity == DiagnosticSeverity.Error && error.Location.SourceTree is { } tree && !_written.ContainsSyntaxTree(tree))
        .Select(error => error.ToString());

    private static int? IndexOf(Diagnostic found) =>
        found.Location.SourceTree is { } tree && int.TryParse(Path.GetFileNameWithoutExtension(tree.FilePath), CultureInfo.InvariantCulture, out int index) ? index : null;

    private static string Show(string id, string source, int start, int end, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{id} on '{source[start..end]}' at {start} of /{index}.cs");
}
