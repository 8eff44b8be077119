using System.Collections.Generic;
using MoE.Specification;

namespace MoE.Generators.Emission.Api;

/// <summary>What a model over sequences has beside: states, steps, the routes of each layer.</summary>
internal static class SequenceMembers
{
    public static IEnumerable<Member> Of(ModelSpec spec)
    {
        string states = "global::MoE.Generated." + GeneratedFile.ClassName(spec.Declaration, (spec.Backbone is null ? "Mixture" : "Backbone")) + ".SequenceStates";
        yield return new Member(
            "<summary>A sequence before its first row, for <see cref=\"Step\"/>.</summary>\n<param name=\"capacity\">Rows that attention over the whole past has room for; 0: 4096. No other mixer needs room that grows.</param>\n<exception cref=\"global::System.ArgumentOutOfRangeException\">It is negative.</exception>",
            "public global::MoE.SequenceState CreateState(int capacity = 0)",
            $"=> {states}.Create(capacity);");
        yield return new Member(
            "<summary>Reads a state that <see cref=\"global::MoE.SequenceState.Save\"/> wrote.</summary>\n<param name=\"stream\">Is left behind the state's last byte.</param>\n<exception cref=\"global::MoE.ModelFormatException\">It is damaged, or another model's.</exception>",
            "public static global::MoE.SequenceState LoadState(global::System.IO.Stream stream)",
            $"=> global::MoE.Sequences.SequenceStateFile.Read({states}, stream);");
        yield return new Member(
            "<summary>The next row of a sequence: the bits that <see cref=\"Predict(global::System.ReadOnlySpan{float}, global::System.Span{float}, int)\"/> gives it as a whole. Allocates nothing once warm.</summary>\n<param name=\"state\">Of <see cref=\"CreateState\"/>; moved on by one row.</param>\n<param name=\"input\">[InputSize]. A row with NaN or infinity counts as zeros and gives NaN.</param>\n<param name=\"output\">Receives [OutputSize]; must not overlap the input.</param>\n<exception cref=\"global::System.ArgumentException\">A span has the wrong length, they overlap, or the state is another model's; nothing is changed.</exception>\n<exception cref=\"global::System.InvalidOperationException\">The state is full.</exception>",
            "public void Step(global::MoE.SequenceState state, global::System.ReadOnlySpan<float> input, global::System.Span<float> output)",
            "=> global::MoE.Sequences.SequencePredictor.Step(_sequence, state, input, output);");
        if (spec.Backbone is null)
            yield break;
        const string Layer = "<param name=\"layer\">One with a mixture, from 0 as in the names of parameters.</param>";
        yield return new Member(
            $"<summary>Which experts take each row of a sequence in one layer.</summary>\n{Layer}\n<param name=\"inputs\">[rows x InputSize], one sequence.</param>\n<param name=\"experts\">Receives [rows x TopK] indices, best first.</param>\n<param name=\"weights\">Receives their [rows x TopK] weights.</param>\n<exception cref=\"global::System.ArgumentException\">The layer has no mixture, or a span has the wrong length; nothing is written.</exception>",
            "public void Route(int layer, global::System.ReadOnlySpan<float> inputs, global::System.Span<int> experts, global::System.Span<float> weights)",
            "=> _sequence.Route(layer, inputs, experts, weights);");
        yield return new Member(
            $"<summary>How the router of one layer spreads the rows of a sequence over its experts.</summary>\n{Layer}\n<param name=\"inputs\">[rows x InputSize], one sequence.</param>\n<exception cref=\"global::System.ArgumentException\">The layer has no mixture, or the inputs are no whole rows.</exception>",
            "public global::MoE.RoutingStatistics Observe(int layer, global::System.ReadOnlySpan<float> inputs)",
            $"=> _sequence.Observe(layer, {Literal.Of(spec.Declaration.Name)}, inputs);");
    }
}
