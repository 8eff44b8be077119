using System;
using System.Threading;
using MoE.Benchmarks.Learn.Data;

namespace MoE.Benchmarks.Learn.Contestants;

/// <summary>A mixture whose experts learn all rows, each in an order of its own; then the router learns to weigh them.</summary>
internal sealed record TwoStageContestant<TModel, TTarget>(Role Role)
    : Contestant<TTarget>(Role, typeof(TModel).Name, TModel.ActiveParameterCount, TModel.ParameterCount)
    where TModel : ILearner<TModel, TTarget>
{
    // The router has little to learn, and from rows that the experts know by heart: the same short training everywhere.
    private const int RouterEpochs = 3;
    private const double RouterRate = 0.003;
    private const ulong SeedsOfARun = 1000;

    /// <inheritdoc/>
    public override Evaluation Learn(LearnPart<TTarget> part, FitOptions options, CancellationToken cancellation)
    {
        TModel model = TModel.Create(options.Seed);
        for (int expert = 0; expert < TModel.ExpertCount; expert++)
        {
            FitOptions own = options with { Seed = options.Seed * SeedsOfARun + (ulong)expert };
            Demand(model.FitExpert(expert, part.Fit.Inputs, part.Fit.Targets, own), cancellation);
        }

        Demand(model.FitGate(part.Fit.Inputs, part.Fit.Targets, options with { Epochs = RouterEpochs, LearningRate = RouterRate }), cancellation);
        return model.Evaluate(part.Measured.Inputs, part.Measured.Targets);
    }

    private static void Demand(FitReport report, CancellationToken cancellation)
    {
        if (report.Outcome == FitOutcome.Cancelled) throw new OperationCanceledException(cancellation);
    }
}
