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
        """;

    [Fact]
    public void The_specification_holds_nothing_of_the_compiler()
    {
        object specification = Generation.Of(Source).ParseSteps.ShouldHaveSingleItem().Outputs.ShouldHaveSingleItem().Value;
        specification.ShouldBeOfType<Specification.ModelSpec>();
        ObjectGraph.CompilerObjects(specification).ShouldBeEmpty();
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
