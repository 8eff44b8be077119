using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace MoE.Generators.Tests;

/// <summary>Law 3: no symbol, syntax node, compilation or location survives the first step.</summary>
public class PipelineContentsTests
{
    private const string Source = """
        using MoE;
        namespace Shop;
        public enum Kind { A, B }
        public partial class Outer<T>
        {
            [MixtureOfExperts(4, TopK = 2), SoftmaxGating(Temperature = 0.5)]
            [FeedForwardExpert(3, 5, Name = "Part"), GatedExpert(7, Count = 2)]
            [Classifier<Kind>, Training]
            public partial class Triage { public int Mine => 1; }
        }
        [MixtureOfExperts(4, 4), Expert<Own>, Expert<Inner>, Gating<Router>] public partial class Custom;
        [MixtureOfExperts(4, 4), FeedForwardExpert, RandomForestExpert(2)] public partial class Inner;
        public class Own : IExpert
        {
            public const int InputSize = 4, OutputSize = 4, ParameterCount = 2;
            public void Forward(System.ReadOnlySpan<float> input, System.ReadOnlySpan<float> parameters, System.Span<float> output) => output.Clear();
        }
        public class Router : IGatingNetwork
        {
            public void Forward(System.ReadOnlySpan<float> input, System.ReadOnlySpan<float> parameters, System.Span<float> logits) => logits.Clear();
        }
        """;

    [Fact]
    public void The_specification_holds_nothing_of_the_compiler()
    {
        object[] specifications = [.. Generation.Of(Source).ParseSteps.SelectMany(step => step.Outputs).Select(output => output.Value)];
        specifications.Length.ShouldBe(3);
        specifications.ShouldAllBe(specification => specification is Specification.ModelSpec);
        specifications.SelectMany(ObjectGraph.CompilerObjects).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(StepNames.Emit)]
    [InlineData(StepNames.Shapes)]
    [InlineData(StepNames.Kernels)]
    public void Nor_does_what_comes_after_it(string step)
    {
        object[] values = [.. Generation.Of(Source).Result.TrackedSteps[step].SelectMany(one => one.Outputs).Select(output => output.Value)];
        values.ShouldNotBeEmpty();
        values.SelectMany(ObjectGraph.CompilerObjects).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_held_would_be_found()
    {
        Compilation compilation = TestCompilation.Create(Source);
        SyntaxTree tree = compilation.SyntaxTrees.Single();
        object[] held =
        [
            compilation,
            compilation.GetSemanticModel(tree),
            compilation.GlobalNamespace,
            tree,
            tree.GetRoot(),
            tree.GetRoot().GetLocation(),
            compilation.GetSymbolsWithName("Triage").Single().GetAttributes()[0],
        ];
        foreach (object compilerObject in held)
        {
            var hidden = new { Deep = new List<(int, object)> { (1, compilerObject) } };
            ObjectGraph.CompilerObjects(hidden).ShouldHaveSingleItem(compilerObject.GetType().ToString());
        }
    }
}
