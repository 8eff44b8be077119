using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using MoE.Benchmarks.Compiling;

namespace MoE.Benchmarks.Generator;

/// <summary>What happens to a project before a generator runs on it.</summary>
/// <param name="Name">What to call it in the output.</param>
/// <param name="Apply">The project after it; null: it was just opened.</param>
internal sealed record Edit(string Name, Func<ModelProject, CSharpCompilation, CSharpCompilation>? Apply)
{
    public static Edit[] All { get; } =
    [
        new("cold", null),
        new("unrelated", static (project, compilation) => project.EditUnrelated(compilation)),
        new("argument", static (project, compilation) => project.EditArgument(compilation)),
    ];

    /// <summary>Times the run after the edit. Parsing is not in it.</summary>
    public Sample Time(ModelProject project, IIncrementalGenerator generator)
    {
        CSharpCompilation opened = project.Parse();
        if (Apply is null)
            return Sample.Take(() => Compiler.Run(generator, opened));
        GeneratorDriver before = Compiler.Run(generator, opened);
        CSharpCompilation edited = Apply(project, opened);
        return Sample.Take(() => before.RunGenerators(edited));
    }
}
