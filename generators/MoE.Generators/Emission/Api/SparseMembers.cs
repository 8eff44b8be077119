using System.Collections.Generic;
using MoE.Specification;

namespace MoE.Generators.Emission.Api;

/// <summary>The overloads for sparse rows of what predicts and looks.</summary>
internal static class SparseMembers
{
    private const string Calls = "global::MoE.Experts.Sparse.SparseCalls";
    private const string Inputs = "global::MoE.SparseRows inputs";
    private const string Outputs = "global::System.Span<float> outputs";
    private const string Threads = "int threads = 1";

    public static IEnumerable<Member> Of(ModelSpec spec)
    {
        yield return Overload(
            "Predict(global::System.ReadOnlySpan{float}, global::System.Span{float}, int)",
            $"public void Predict({Inputs}, {Outputs}, {Threads})",
            $"=> {Calls}.Predict(_mixture, inputs, outputs, threads);");
        yield return Overload(
            "Predict(global::System.ReadOnlySpan{float})",
            $"public float[] Predict({Inputs})",
            """
            float[] outputs = new float[checked(inputs.Count * OutputSize)];
            Predict(inputs, outputs);
            return outputs;
            """);
        yield return Overload(
            "Route(global::System.ReadOnlySpan{float}, global::System.Span{int}, global::System.Span{float})",
            $"public void Route({Inputs}, global::System.Span<int> experts, global::System.Span<float> weights)",
            $"=> {Calls}.Route(_mixture, inputs, experts, weights);");
        yield return Overload(
            "PredictExpert(int, global::System.ReadOnlySpan{float}, global::System.Span{float})",
            $"public void PredictExpert(int expert, {Inputs}, {Outputs})",
            $"=> {Calls}.PredictExpert(_mixture, expert, inputs, outputs);");
        string observe = $"=> {Calls}.Observe(_mixture, {Literal.Of(spec.Declaration.Name)}, inputs";
        const string Statistics = "public global::MoE.RoutingStatistics Observe";
        yield return Overload("Observe(global::System.ReadOnlySpan{float})", $"{Statistics}({Inputs})", observe + ");");
        if (spec.Classifier is { } classifier)
        {
            string type = classifier.EnumType;
            yield return Overload(
                $"Observe(global::System.ReadOnlySpan{{float}}, global::System.ReadOnlySpan{{{type}}})",
                $"{Statistics}({Inputs}, global::System.ReadOnlySpan<{type}> labels)",
                observe + ", IndicesOf(labels), OutputSize);");
            foreach (Member member in Classify(type))
                yield return member;
        }
        else
        {
            yield return Overload(
                "Observe(global::System.ReadOnlySpan{float}, global::System.ReadOnlySpan{int}, int)",
                $"{Statistics}({Inputs}, global::System.ReadOnlySpan<int> classes, int classCount)",
                observe + ", classes, classCount);");
        }
        if (spec.Router.RowsSeeEachOther)
        {
            yield return Overload(
                "Predict(global::System.ReadOnlySpan{float}, int, global::System.Span{float}, int)",
                $"public void Predict({Inputs}, int length, {Outputs}, {Threads})",
                $"=> {Calls}.PredictSequences(_mixture, inputs, length, outputs, threads);");
        }
    }

    /// <summary>One that is documented as the member that takes whole rows.</summary>
    /// <param name="whole">That member, as a doc comment refers to it.</param>
    internal static Member Overload(string whole, string signature, string body) => new($"<inheritdoc cref=\"{whole}\"/>", signature, body);

    private static IEnumerable<Member> Classify(string type)
    {
        yield return Overload(
            "Classify(global::System.ReadOnlySpan{float})",
            $"public {type} Classify(global::MoE.SparseRows input)",
            $"""
            {Calls}.DemandOne(input);
            using global::MoE.Numerics.Scratch logits = global::MoE.Numerics.Scratch.Rent(OutputSize);
            Predict(input, logits.Span(OutputSize));
            return Classes[global::MoE.Routing.TopK.ArgMax(ref logits.Origin, OutputSize)];
            """);
        yield return Overload(
            $"Classify(global::System.ReadOnlySpan{{float}}, global::System.Span{{{type}}}, int)",
            $"public void Classify({Inputs}, global::System.Span<{type}> labels, {Threads})",
            """
            int rows = inputs.Count;
            global::MoE.Experts.RowSpans.Demand(labels.Length, rows, 1, nameof(labels));
            using global::MoE.Numerics.Scratch logits = global::MoE.Numerics.Scratch.Rent(checked(rows * OutputSize));
            Predict(inputs, logits.Span(rows * OutputSize), threads);
            for (int row = 0; row < rows; row++)
                labels[row] = Classes[global::MoE.Routing.TopK.ArgMax(ref logits.Span(rows * OutputSize)[row * OutputSize], OutputSize)];
            """);
        yield return Overload(
            "PredictProbabilities(global::System.ReadOnlySpan{float}, global::System.Span{float}, int)",
            $"public void PredictProbabilities({Inputs}, global::System.Span<float> probabilities, {Threads})",
            $"""
            {Calls}.Predict(_mixture, inputs, probabilities, threads, nameof(probabilities));
            global::MoE.Numerics.Softmax.InPlace(probabilities, OutputSize);
            """);
    }
}
