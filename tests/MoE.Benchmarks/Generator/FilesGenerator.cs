using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MoE.Benchmarks.Compiling;
using MoE.Generators;

namespace MoE.Benchmarks.Generator;

/// <summary>The empty generator with files of the names of ours, a line in each: after every edit the compiler compares each name with all others.</summary>
internal sealed class FilesGenerator(IReadOnlyList<string> hintNames) : IIncrementalGenerator
{
    /// <summary>With the files that ours has in a project.</summary>
    public static FilesGenerator For(ModelProject project) =>
        new([.. Compiler.Run(new ModelGenerator(), project.Parse()).GetRunResult().Results.Single().GeneratedSources.Select(source => source.HintName)]);

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<string> names = context.SyntaxProvider.ForAttributeWithMetadataName(
            "MoE.MixtureOfExpertsAttribute",
            static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
            static (attributed, _) => attributed.TargetSymbol.Name);
        context.RegisterSourceOutput(names.Collect(), (output, _) =>
        {
            foreach (string hintName in hintNames)
                output.AddSource(hintName, "// A file.\n");
        });
    }
}
