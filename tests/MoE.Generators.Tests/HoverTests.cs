using System;
using System.Linq;
using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace MoE.Generators.Tests;

/// <summary>What an editor shows over the name of a model.</summary>
public class HoverTests
{
    private const string Types = """
        using MoE;
        namespace Shop;
        public enum Kind { A, B, C }
        [MixtureOfExperts(4, 3, TopK = 2), GatedExpert(2, Count = 3)] public partial class Inner;
        public class Own<T> : IExpert
        {
            public const int InputSize = 4, OutputSize = 3;
            public void Forward(System.ReadOnlySpan<float> input, System.ReadOnlySpan<float> parameters, System.Span<float> output) => output.Clear();
        }
        public class Router<T> : IGatingNetwork
        {
            public void Forward(System.ReadOnlySpan<float> input, System.ReadOnlySpan<float> parameters, System.Span<float> logits) => logits.Clear();
        }

        """;

    [Theory]
    [InlineData(
        "[MixtureOfExperts(4, 3, TopK = 2), FeedForwardExpert(5, Name = \"Quick\"), GatedExpert(2, Count = 2)]",
        """
        row [4]
         |
         +-- gate 4 -> 3 with bias, best 2, softmax over the chosen
         |
         +-- Quick: 4 -> 5 ReLU -> 3
         +-- experts 1 to 2: 4 -> SiLU(2) * 2 -> 3
         |
        sum by weight [3]

        102 parameters, 80 of them active on a row
        138 floating-point operations in linear layers for a row, a multiply-add counted as two
        320 bytes of weights read for a row
        """)]
    [InlineData(
        "[MixtureOfExperts(4, 3, CapacityFactor = 1.25, Overflow = Overflow.NextBest, CapacityScope = CapacityScope.Always), SoftmaxGating(Noise = GateNoise.Softplus), FeedForwardExpert(Count = 2), SharedExpert(3, Gated = true)]",
        """
        row [4]
         |
         +-- gate 4 -> 2 with bias, best 1, softmax over all, noise while training
         |   an expert takes 1.25 times a fair share of the rows, the rest goes to the next best
         |
         +-- experts 0 to 1: 4 -> 3
         |
         +-- the shared expert, on every row: 4 -> SiLU(3) * 3 -> 3, times sigmoid of a gate
         |
        sum by weight, plus the shared expert [3]
        """)]
    [InlineData(
        "[MixtureOfExperts(4, 3), Expert<Inner>(Name = \"Deep\"), FeedForwardExpert(5)]",
        """
        row [4]
         |
         +-- gate 4 -> 2 with bias, best 1, softmax over all
         |
         +-- Deep: a mixture
         |   row [4]
         |    |
         |    +-- gate 4 -> 3 with bias, best 2, softmax over the chosen
         |    |
         |    +-- experts 0 to 2: 4 -> SiLU(2) * 2 -> 3
         |    |
         |   sum by weight [3]
         +-- expert 1: 4 -> 5 ReLU -> 3
         |
        sum by weight [3]
        """)]
    [InlineData(
        "[MixtureOfExperts(4), Gating<Router<int>>, RandomForestExpert(9, MaxDepth = 0), Expert<Own<Kind>>, FeedForwardExpert(5), Classifier<Kind>]",
        """
        row [4]
         |
         +-- gate Shop.Router<int>: 4 -> 3 logits, best 1, softmax over all
         |
         +-- expert 0: forest of 9 trees of any depth: 4 -> 3
         +-- expert 1: Shop.Own<Shop.Kind>: 4 -> 3
         +-- expert 2: 4 -> 5 ReLU -> 3, then softmax
         |
        logarithm of the mean of the probabilities by weight [3]
        """)]
    [InlineData(
        "[MixtureOfExperts(4, 3), SlotGating(2), FeedForwardExpert(Count = 2)]",
        """
        row [4]
         |
         +-- gate 4 slots, 2 for each of 2 experts: rows are mixed into slots, slots into rows
         |
         +-- experts 0 to 1: 4 -> 3
         |
        sum by weight [3]
        """)]
    public void The_remarks_draw_the_model_and_say_what_it_costs(string attributes, string drawing) =>
        Remarks(Of(attributes + " public partial class Model;")).ShouldStartWith(drawing);

    [Theory]
    [InlineData("[MixtureOfExperts(4), FeedForwardExpert(Count = 2), Classifier<Kind>] public partial class Model;", "A mixture of 2 experts: 4 features to the 3 classes of Shop.Kind.")]
    [InlineData("[MixtureOfExperts(1000, 1), FeedForwardExpert] /* not a doc comment */ public partial class Model;", "A mixture of 1 expert: 1,000 features to 1 value.")]
    [InlineData("/// <summary>Mine.</summary>\n[MixtureOfExperts(4, 3), FeedForwardExpert] public partial class Model;", "Mine.")]
    [InlineData("[MixtureOfExperts(4, 3), FeedForwardExpert] public partial class Model; /** <summary>Mine.</summary> */ partial class Model { }", "Mine.")]
    public void There_is_one_summary(string model, string expected) =>
        Of(model).Elements("summary").ShouldHaveSingleItem().Value.ShouldBe(expected);

    private static XElement Of(string model) => Generation.Of(Types + model).ShouldCompile(2).Documentation("Model");

    // The compiler indents what it joins.
    private static string Remarks(XElement documentation)
    {
        string[] lines = documentation.Elements("remarks").ShouldHaveSingleItem().Element("code").ShouldNotBeNull().Value.ReplaceLineEndings("\n").TrimEnd().Split('\n')[1..];
        int indent = lines[0].IndexOf("row", StringComparison.Ordinal);
        return string.Join("\n", lines.Select(line => line.Length < indent ? "" : line[indent..]));
    }
}
