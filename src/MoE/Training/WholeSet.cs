using MoE.Training.Forests;

namespace MoE.Training;

/// <summary>Rows that are all in memory.</summary>
/// <param name="set">All of them.</param>
/// <param name="split">Which train and which validate.</param>
/// <param name="batches">Mini-batches of an epoch.</param>
/// <param name="forests">The forests that are grown on them; null: none.</param>
internal readonly ref struct WholeSet(TrainingSet set, RowSplit split, int batches, ForestGrowth? forests) : IFitRows
{
    private readonly TrainingSet _set = set;

    public int Batches => batches;

    public FitOutcome? Pass(FitRun run, int epoch) =>
        forests?.BeforeEpoch(_set, split.Training, epoch) == false ? FitOutcome.Cancelled : run.Take(_set, split.Training, chunk: 0);

    public double? ValidationLoss(FitRun run) => split.Validation.Length == 0 ? null : run.ValidationLoss(_set, split.Validation);
}
