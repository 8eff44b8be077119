using System;
using System.Threading;
using MoE.Benchmarks.Learn.Data;

namespace MoE.Benchmarks.Learn.Contestants;

/// <summary>One forest: grown once, whatever the epochs.</summary>
internal sealed record ForestContestant<TModel, TTarget>()
    : Contestant<TTarget>(Role.Forest, typeof(TModel).Name, TModel.ActiveParameterCount, TModel.ParameterCount)
    where TModel : ILearner<TModel, TTarget>
{
    /// <inheritdoc/>
    public override Evaluation Learn(LearnPart<TTarget> part, FitOptions options, CancellationToken cancellation)
    {
        TModel model = TModel.Create(options.Seed);
        FitReport report = model.FitExpert(0, part.Fit.Inputs, part.Fit.Targets, options);
        if (report.Outcome == FitOutcome.Cancelled) throw new OperationCanceledException(cancellation);
        return model.Evaluate(part.Measured.Inputs, part.Measured.Targets);
    }
}
