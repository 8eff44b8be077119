using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using MoE.Specification;

namespace MoE.Analyzers.Tests;

/// <summary>Parses the models of a source.</summary>
internal static class Parse
{
    /// <summary>The spec of the only model there.</summary>
    public static ModelSpec One(params string[] sources) => All(sources).Single();

    /// <summary>The specs of all models, by the metadata names of the classes.</summary>
    public static ModelSpec[] All(params string[] sources)
    {
        CSharpCompilation compilation = TestCompilation.Create(sources.Select((source, i) => ($"File{i}.cs", source)));
        return
        [
            .. compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type)
                .OfType<INamedTypeSymbol>()
                .Where(AttributeNames.MarkModel)
                .OrderBy(type => type.ToDisplayString(), System.StringComparer.Ordinal)
                .Select(type => ModelParser.Parse(type, CancellationToken.None)),
        ];
    }
}
