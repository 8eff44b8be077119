using System;
using System.IO;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using MoE.Generators;

namespace MoE.Analyzers.Tests.Mutations;

/// <summary>The project that a program is compiled in: the companions, and the program's own file.</summary>
internal static class TrialProject
{
    public const string ModelFile = "Model.cs";

    private static readonly Project Base = New();

    public static Project Of(MutatedProgram program) =>
        Base.WithCompilationOptions(program.Options).AddDocument(ModelFile, program.Source, filePath: ModelFile).Project;

    private static Project New() => new AdhocWorkspace().AddProject("Test", LanguageNames.CSharp)
        .WithParseOptions(TestCompilation.ParseOptions)
        .WithMetadataReferences([.. TestCompilation.References, CompanionModels()])
        .AddDocument("Prelude.cs", TestCompilation.Prelude, filePath: "Prelude.cs").Project
        .AddDocument("Companions.cs", Companions.Source, filePath: "Companions.cs").Project;

    private static PortableExecutableReference CompanionModels()
    {
        CSharpGeneratorDriver.Create([new ModelGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(TestCompilation.Create(Companions.Models).WithAssemblyName("Companions"), out Compilation output, out _);
        MemoryStream image = new();
        if (output.Emit(image) is { Success: false, Diagnostics: var diagnostics })
            throw new InvalidOperationException(string.Join("\n", diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
