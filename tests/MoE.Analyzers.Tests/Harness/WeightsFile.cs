using System;
using System.Collections.Immutable;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace MoE.Analyzers.Tests;

/// <summary>A file on the disk that a project lists as the weights of a model.</summary>
internal sealed class WeightsFile : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".safetensors");

    public WeightsFile(byte[] bytes) => File.WriteAllBytes(_path, bytes);

    /// <summary>A file with this header and as many bytes of data.</summary>
    public static WeightsFile Of(string header, int data = 0)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        return new WeightsFile([.. BitConverter.GetBytes((long)json.Length), .. json, .. new byte[data]]);
    }

    public string Name => Path.GetFileName(_path);

    /// <summary>What the rules say of a source beside this file.</summary>
    public async Task<ImmutableArray<Diagnostic>> DiagnoseAsync(string source, string model)
    {
        CSharpCompilation compilation = TestCompilation.Create(source);
        AnalyzerOptions options = new([new Listed(_path)], new ProjectProperties([], [("MoEModel", model)]));
        return await compilation.WithAnalyzers(AllRules.Analyzers, options).GetAnalyzerDiagnosticsAsync();
    }

    public void Dispose() => File.Delete(_path);

    private sealed class Listed(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => throw new InvalidDataException("binary");
    }
}
