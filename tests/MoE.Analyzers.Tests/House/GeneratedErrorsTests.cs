using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

/// <summary>Every program of the rules' tests is also generated for; here is the proof that an error there would be seen.</summary>
public sealed class GeneratedErrorsTests
{
    [Fact]
    public void AnErrorInsideAGeneratedFileIsFound() =>
        GeneratedErrors.Of(TestCompilation.Create("class User;"), new Planted().AsSourceGenerator()).ShouldHaveSingleItem().ShouldContain("CS0246");

    private sealed class Planted : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(context.CompilationProvider, static (output, _) => output.AddSource("Planted.g.cs", "class Planted : Missing;"));
    }
}
