using System.Collections.Generic;
using MoE.Specification;

namespace MoE.Generators.Emission.Api;

/// <summary>The overloads for sparse rows of what trains.</summary>
internal static class SparseTrainingMembers
{
    private const string Trainer = "global::MoE.Training.Trainer";
    private const string Options = "global::MoE.FitOptions? options = null";
    private const string OptionsType = "global::MoE.FitOptions";
    private const string Rows = "global::MoE.Training.SparseModel rows = new(this, inputs);";
    private const string Inputs = "global::MoE.SparseRows inputs";
    private const string WholeInputs = "global::System.ReadOnlySpan{float}";

    public static IEnumerable<Member> Of(ModelSpec spec)
    {
        (string type, string name) = spec.Classifier is { } classifier ? (classifier.EnumType, "labels") : ("float", "targets");
        string targets = $"global::System.ReadOnlySpan<{type}> {name}";
        string data = $"{Inputs}, {targets}";
        string whole = $"{WholeInputs}, global::System.ReadOnlySpan{{{type}}}";
        string set = spec.Classifier is null
            ? "global::MoE.Training.TrainingSet.Regression(rows, rows.Rows, targets)"
            : "global::MoE.Training.TrainingSet.Classification(rows, rows.Rows, IndicesOf(labels))";
        yield return Member($"Fit({whole}, {OptionsType})", $"global::MoE.FitReport Fit({data}, {Options})", $"{Trainer}.Fit(rows, {set}, options)");
        yield return Member($"FitExpert(int, {whole}, {OptionsType})", $"global::MoE.FitReport FitExpert(int expert, {data}, {Options})", $"{Trainer}.FitExpert(rows, expert, {set}, options)");
        yield return Member($"FitGate({whole}, {OptionsType})", $"global::MoE.FitReport FitGate({data}, {Options})", $"{Trainer}.FitGate(rows, {set}, options)");
        yield return Member(
            $"FitGateToLosses({WholeInputs}, global::System.ReadOnlySpan{{float}}, {OptionsType})",
            $"global::MoE.FitReport FitGateToLosses({Inputs}, global::System.ReadOnlySpan<float> expertLosses, {Options})",
            $"{Trainer}.FitGate(rows, global::MoE.Training.TrainingSet.OfExpertLosses(rows, rows.Rows, expertLosses), options)");
        yield return Member($"ComputeGradients({whole}, global::MoE.Gradients)", $"global::MoE.LossReport ComputeGradients({data}, global::MoE.Gradients gradients)", $"{Trainer}.ComputeGradients(rows, {set}, gradients)");
        if (spec.Router.HasNoise)
        {
            yield return Member(
                $"ComputeGradients({whole}, global::System.ReadOnlySpan{{float}}, global::MoE.Gradients)",
                $"global::MoE.LossReport ComputeGradients({data}, global::System.ReadOnlySpan<float> routerNoise, global::MoE.Gradients gradients)",
                $"{Trainer}.ComputeGradients(rows, {set}.WithRouterNoise(rows, routerNoise), gradients)");
        }
        yield return Member($"Evaluate({whole})", $"global::MoE.Evaluation Evaluate({data})", $"global::MoE.Training.Evaluator.Evaluate(rows, {set})");
        if (spec.Router.RowsSeeEachOther)
        {
            string sequences = $"{Inputs}, int length, {targets}";
            string wholeSequences = $"{WholeInputs}, int, global::System.ReadOnlySpan{{{type}}}";
            yield return Member($"ComputeGradients({wholeSequences}, global::MoE.Gradients)", $"global::MoE.LossReport ComputeGradients({sequences}, global::MoE.Gradients gradients)", $"{Trainer}.ComputeGradients(rows, {set}, gradients, length)");
            yield return Member($"Evaluate({wholeSequences})", $"global::MoE.Evaluation Evaluate({sequences})", $"global::MoE.Training.Evaluator.Evaluate(rows, {set}, length)");
        }
    }

    private static Member Member(string whole, string signature, string result) =>
        SparseMembers.Overload(whole, $"public {signature}", $"{Rows}\nreturn {result};");
}
