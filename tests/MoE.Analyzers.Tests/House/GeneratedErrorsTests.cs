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

    private const string Model = "[MixtureOfExperts(4), FeedForwardExpert(Count = 2), Training, Classifier<Kind>]";

    [Theory]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert] public partial class")]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert] public partial class { }")]
    [InlineData("enum Kind { A, B, A } " + Model + " partial class M;")]
    [InlineData("enum Kind { A, B } [System.CodeDom.Compiler.GeneratedCode(\"me\", \"1\")] " + Model + " partial class M;")]
    [InlineData("enum Kind { A, B } " + Model + " partial class M { public required int Needed { get; set; } }")]
    [InlineData("enum Kind { A, B } class Base { public required int Needed; } " + Model + " partial class M : Base;")]
    public void HalfTypedAndOddProgramsHaveNone(string source) => GeneratedErrors.Of(TestCompilation.Create(source)).ShouldBeEmpty();

    [Fact]
    public void TheCompilerSaysNothingBesideTheRuleOfADerivedModel() =>
        GeneratedErrors.All(TestCompilation.Create(
            """
            [MixtureOfExperts(4, 2), FeedForwardExpert] public partial class First;
            namespace N { partial class Outer<T> { [MixtureOfExperts(4, 2), FeedForwardExpert] public partial class Second : First; } }
            """)).ShouldBeEmpty();

    [Fact]
    public void WithoutItsPartTheCompilerWouldSpeak() =>
        GeneratedErrors.All(TestCompilation.Create(
            """
            [MixtureOfExperts(4, 2), FeedForwardExpert] public partial class First;
            public class Second : First;
            """)).ShouldHaveSingleItem().ShouldContain("CS1729");

    private sealed class Planted : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(context.CompilationProvider, static (output, _) => output.AddSource("Planted.g.cs", "class Planted : Missing;"));
    }
}
