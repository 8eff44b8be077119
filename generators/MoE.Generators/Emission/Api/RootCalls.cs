using MoE.Generators.Planning;
using MoE.Specification;

namespace MoE.Generators.Emission.Api;

/// <summary>What the members of a model call, by what its outermost block is.</summary>
/// <param name="Predict">Statements, with <c>inputs</c>, <c>outputs</c>, <c>rows</c> and <c>workers</c>.</param>
/// <param name="Sequences">The same with <c>length</c>.</param>
/// <param name="Route">An expression.</param>
/// <param name="PredictExpert">An expression.</param>
/// <param name="Observe">The beginning of a call, up to the inputs.</param>
/// <param name="States">What files hold beside parameters, where there is such.</param>
internal sealed record RootCalls(string Predict, string Sequences, string Route, string PredictExpert, string Observe, string States)
{
    private static readonly RootCalls s_mixture = new(
        """
        if (rows == 1 && !global::MoE.Experts.MixturePredictor.SpreadsRow(FlopsPerRow, TopK, workers))
            _mixture.PredictRow(inputs, outputs);
        else
            global::MoE.Experts.MixturePredictor.Predict(_mixture, inputs, outputs, rows, workers);
        """,
        "global::MoE.Experts.MixturePredictor.PredictSequences(_mixture, inputs, outputs, rows, length, workers);",
        "global::MoE.Routing.RowRouter.Route(_mixture, inputs, experts, weights)",
        "global::MoE.Experts.MixturePredictor.PredictExpert(_mixture, expert, inputs, outputs)",
        "global::MoE.Statistics.RowObserver.Observe(_mixture, ",
        "_mixture.States(\"\")");

    private static readonly RootCalls s_residual = new(
        "_block.Predict(inputs, outputs, rows, rows > 1 || global::MoE.Experts.MixturePredictor.SpreadsRow(FlopsPerRow, TopK, workers) ? workers : 1);",
        "_block.PredictSequences(inputs, outputs, rows, length, workers);",
        "_block.Route(inputs, experts, weights)",
        "_block.PredictExpert(expert, inputs, outputs)",
        "_block.Observe(",
        $"_mixture.States({Literal.Of(ResidualPlan.MixturePrefix)})");

    private static readonly RootCalls s_sequence = s_mixture with
    {
        Predict = SequencePredict("rows"),
        Sequences = SequencePredict("length"),
        PredictExpert = "global::MoE.Sequences.SequencePredictor.PredictExpert(_sequence, expert, inputs, outputs)",
    };

    public static RootCalls Of(ModelSpec spec) =>
        spec.Backbone is { } backbone ? Backbone(backbone.MixtureEvery - 1)
        : spec.IsSequence ? s_sequence
        : spec.ResidualBlock is not null ? s_residual
        : s_mixture;

    // A backbone's own routes are those of its first mixture.
    private static RootCalls Backbone(int firstMixture) => s_sequence with
    {
        Route = $"_sequence.Route({Literal.Of(firstMixture)}, inputs, experts, weights)",
        Observe = $"_sequence.Observe({Literal.Of(firstMixture)}, ",
        States = "_sequence.StatesBesideParameters()",
    };

    private static string SequencePredict(string length) => $"global::MoE.Sequences.SequencePredictor.Predict(_sequence, inputs, outputs, rows, {length}, workers);";
}
