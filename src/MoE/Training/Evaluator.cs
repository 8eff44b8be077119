using System;
using System.ComponentModel;

namespace MoE.Training;

/// <summary>Measures a model on rows it is given.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Evaluator
{
    /// <summary>Predicts all rows of the set, in blocks, and compares.</summary>
    /// <param name="model">The model.</param>
    /// <param name="set">What it is given.</param>
    /// <param name="length">Rows of a sequence where rows see each other; 0: all are one.</param>
    /// <exception cref="ArgumentException">The set is empty, or no whole sequences.</exception>
    public static Evaluation Evaluate(ITrainableModel model, in TrainingSet set, int length = 0)
    {
        ArgumentNullException.ThrowIfNull(model);
        TrainingSetCheck.DemandRows(set.RowCount, minimum: 1);
        TrainingSetCheck.DemandSequences(set.RowCount, Math.Max(1, length));
        int[] rows = RowSplit.All(set.RowCount);
        TaskLossMeter loss = new(model.TargetSize);
        if (set.IsClassification)
        {
            ClassificationMeter classification = new(model.TargetSize);
            OutputBlocks.Measure(model, set, rows, length, threads: 1, loss, classification);
            return new Evaluation(loss.Mean, classification.Accuracy, classification.MacroF1);
        }

        RegressionMeter regression = new(model.TargetSize);
        OutputBlocks.Measure(model, set, rows, length, threads: 1, loss, regression);
        return new Evaluation(loss.Mean, R2: regression.R2(set.Targets));
    }
}
