using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MoE.Benchmarks.Compiling;

/// <summary>A project that declares models, a file for each, and has a file that has nothing to do with them.</summary>
/// <param name="Shapes">What to call it in the output.</param>
/// <param name="Models">The models.</param>
internal sealed record ModelProject(string Shapes, IReadOnlyList<ModelShape> Models)
{
    private const string Kind = "namespace Declared; public enum Kind { Crash, Hang, Leak }";
    private const string Unrelated = "namespace Declared; public class Unrelated { public int Twice(int value) => 2 * value; }";

    public static ModelProject Different(int models) => new("different", [.. Enumerable.Range(0, models).Select(ModelShape.Varied)]);

    /// <summary>All models of one shape.</summary>
    public static ModelProject Equal(int models) =>
        new("equal", [.. Enumerable.Repeat(new ModelShape(Gated: false, Inputs: 64, Hidden: 32, Experts: 4, TopK: 2), models)]);

    /// <summary>One model of 64 small experts, six of which work on a row.</summary>
    public static ModelProject ManyExperts { get; } = new("64 experts", [new ModelShape(Gated: true, Inputs: 512, Hidden: 256, Experts: 64, TopK: 6)]);

    /// <summary>Parses all of it anew, so that nothing is left over from an earlier measurement.</summary>
    public CSharpCompilation Parse() => Compiler.Compile(
    [
        .. Models.Select((shape, index) => ModelTree(index, shape)),
        Compiler.Parse(Kind, "Kind.cs"),
        Compiler.Parse(Unrelated, "Unrelated.cs"),
    ]);

    /// <summary>A space in the file that declares nothing.</summary>
    public CSharpCompilation EditUnrelated(CSharpCompilation compilation) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[^1], Compiler.Parse(Unrelated + " ", "Unrelated.cs"));

    /// <summary>Another hidden width of the model in the middle.</summary>
    public CSharpCompilation EditArgument(CSharpCompilation compilation)
    {
        int index = Models.Count / 2;
        ModelShape shape = Models[index];
        return compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[index], ModelTree(index, shape with { Hidden = shape.Hidden + 1 }));
    }

    private static SyntaxTree ModelTree(int index, ModelShape shape) => Compiler.Parse(shape.Text($"Model{index}"), $"Model{index}.cs");
}
