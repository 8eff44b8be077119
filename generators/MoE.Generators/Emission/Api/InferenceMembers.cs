using System.Collections.Generic;
using MoE.Specification;

namespace MoE.Generators.Emission.Api;

/// <summary>Predict, Route and PredictExpert.</summary>
internal static class InferenceMembers
{
    public static IEnumerable<Member> Of(ModelSpec spec)
    {
        RootCalls calls = RootCalls.Of(spec);
        yield return new Member(
            Member.Inherited,
            "public void Predict(global::System.ReadOnlySpan<float> inputs, global::System.Span<float> outputs, int threads = 1)",
            $"""
            int rows = global::MoE.Experts.RowSpans.Demand(inputs, InputSize, outputs, OutputSize);
            int workers = global::MoE.Experts.ParallelWork.Resolve(threads);
            {calls.Predict}
            """);
        yield return new Member(
            Member.Inherited,
            "public float[] Predict(global::System.ReadOnlySpan<float> inputs)",
            """
            float[] outputs = new float[checked(global::MoE.Experts.RowSpans.Count(inputs, InputSize) * OutputSize)];
            Predict(inputs, outputs);
            return outputs;
            """);
        yield return new Member(
            Member.Inherited,
            "public void Route(global::System.ReadOnlySpan<float> inputs, global::System.Span<int> experts, global::System.Span<float> weights)",
            $"=> {calls.Route};");
        yield return new Member(
            Member.Inherited,
            "public void PredictExpert(int expert, global::System.ReadOnlySpan<float> inputs, global::System.Span<float> outputs)",
            $"=> {calls.PredictExpert};");
        foreach (Member member in Observe(spec, calls.Observe))
            yield return member;
        if (spec.RowsSeeEachOther)
        {
            yield return new Member(
                "<summary>Predicts sequences of equal length, one after the other: rows of one do not see those of another.</summary>\n<param name=\"inputs\">[rows x InputSize].</param>\n<param name=\"length\">Rows of a sequence, at least 1.</param>\n<param name=\"outputs\">Receives [rows x OutputSize].</param>\n<param name=\"threads\">At most so many; 0: one for each core.</param>\n<exception cref=\"global::System.ArgumentException\">A span has the wrong length, they overlap, or the rows are no whole sequences; nothing is written.</exception>",
                "public void Predict(global::System.ReadOnlySpan<float> inputs, int length, global::System.Span<float> outputs, int threads = 1)",
                $"""
                int rows = global::MoE.Experts.RowSpans.Demand(inputs, InputSize, outputs, OutputSize);
                int workers = global::MoE.Experts.ParallelWork.Resolve(threads);
                {calls.Sequences}
                """);
        }
    }

    private static IEnumerable<Member> Observe(ModelSpec spec, string call)
    {
        const string Doc = "<summary>How the router spreads rows over the experts; told to listeners of the meter MoE, too.</summary>\n<param name=\"inputs\">[rows x InputSize]; rows with NaN or infinity do not count.</param>";
        const string Refused = "<exception cref=\"global::System.ArgumentException\">A span has the wrong length, or a class is out of its range.</exception>";
        const string Inputs = "global::System.ReadOnlySpan<float> inputs";
        string observer = $"=> {call}{Literal.Of(spec.Declaration.Name)}, inputs";
        yield return new Member($"{Doc}\n{Refused}", $"public global::MoE.RoutingStatistics Observe({Inputs})", observer + ");");
        if (spec.Classifier is { } classifier)
        {
            yield return new Member(
                $"{Doc}\n<param name=\"labels\">[rows], the class of each row: says which expert takes which.</param>\n{Refused}",
                $"public global::MoE.RoutingStatistics Observe({Inputs}, global::System.ReadOnlySpan<{classifier.EnumType}> labels)",
                observer + ", IndicesOf(labels), OutputSize);");
        }
        else
        {
            yield return new Member(
                $"{Doc}\n<param name=\"classes\">[rows], from 0 to classCount - 1: says which expert takes which.</param>\n<param name=\"classCount\">How many classes there are.</param>\n{Refused}",
                $"public global::MoE.RoutingStatistics Observe({Inputs}, global::System.ReadOnlySpan<int> classes, int classCount)",
                observer + ", classes, classCount);");
        }
    }
}
