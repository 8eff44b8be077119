using System.Collections.Generic;
using System.Linq;
using MoE.Specification;

namespace MoE.Generators.Emission.Api;

/// <summary>Classify and PredictProbabilities.</summary>
internal static class ClassifierMembers
{
    public static IEnumerable<Member> Of(ModelSpec spec)
    {
        ClassifierSpec classifier = spec.Classifier!;
        string type = classifier.EnumType;
        yield return new Member(
            "<summary>The most likely class of one row; of equally likely ones the first, and the first for a row with NaN or infinity.</summary>\n<param name=\"input\">[InputSize].</param>\n<exception cref=\"global::System.ArgumentException\">It is not one row.</exception>",
            $"public {type} Classify(global::System.ReadOnlySpan<float> input)",
            $"""
            global::MoE.Experts.RowSpans.DemandOne(input, InputSize);
            using global::MoE.Numerics.Scratch logits = global::MoE.Numerics.Scratch.Rent(OutputSize);
            Predict(input, logits.Span(OutputSize));
            return Classes[global::MoE.Routing.TopK.ArgMax(ref logits.Origin, OutputSize)];
            """);
        yield return new Member(
            "<summary>The most likely class of each row.</summary>\n<param name=\"inputs\">[rows x InputSize].</param>\n<param name=\"labels\">Receives [rows].</param>\n<param name=\"threads\">At most so many; 0: one for each core.</param>\n<exception cref=\"global::System.ArgumentException\">A span has the wrong length; nothing is written.</exception>",
            $"public void Classify(global::System.ReadOnlySpan<float> inputs, global::System.Span<{type}> labels, int threads = 1)",
            """
            int rows = global::MoE.Experts.RowSpans.Count(inputs, InputSize);
            global::MoE.Experts.RowSpans.Demand(labels.Length, rows, 1, nameof(labels));
            using global::MoE.Numerics.Scratch logits = global::MoE.Numerics.Scratch.Rent(checked(rows * OutputSize));
            Predict(inputs, logits.Span(rows * OutputSize), threads);
            for (int row = 0; row < rows; row++)
                labels[row] = Classes[global::MoE.Routing.TopK.ArgMax(ref logits.Span(rows * OutputSize)[row * OutputSize], OutputSize)];
            """);
        yield return new Member(
            "<summary>The probability of each class: the softmax of the logits.</summary>\n<param name=\"inputs\">[rows x InputSize].</param>\n<param name=\"probabilities\">Receives [rows x OutputSize], each row adding up to 1.</param>\n<param name=\"threads\">At most so many; 0: one for each core.</param>\n<exception cref=\"global::System.ArgumentException\">A span has the wrong length, or they overlap; nothing is written.</exception>",
            "public void PredictProbabilities(global::System.ReadOnlySpan<float> inputs, global::System.Span<float> probabilities, int threads = 1)",
            """
            global::MoE.Experts.RowSpans.Demand(inputs, InputSize, probabilities, OutputSize, nameof(probabilities));
            Predict(inputs, probabilities, threads);
            global::MoE.Numerics.Softmax.InPlace(probabilities, OutputSize);
            """);
        string members = string.Join(", ", classifier.Nameable.Select(member => $"{type}.{Identifier.Escape(member)}"));
        yield return Member.Hidden($"private static global::System.ReadOnlySpan<{type}> Classes", $"=> [{members}];");
        yield return IndicesOf(classifier);
    }

    private static Member IndicesOf(ClassifierSpec classifier)
    {
        IEnumerable<string> cases = classifier.Nameable.Select((member, index) => $"        {classifier.EnumType}.{Identifier.Escape(member)} => {index},");
        return Member.Hidden(
            $"private static int[] IndicesOf(global::System.ReadOnlySpan<{classifier.EnumType}> labels)",
            $$"""
            int[] indices = new int[labels.Length];
            for (int row = 0; row < labels.Length; row++)
            {
                indices[row] = labels[row] switch
                {
            {{string.Join("\n", cases)}}
                    _ => throw global::MoE.Training.UnknownLabel.At(labels, row),
                };
            }
            return indices;
            """);
    }
}
