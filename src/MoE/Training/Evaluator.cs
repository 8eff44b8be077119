using System;
using System.ComponentModel;

namespace MoE.Training;

/// <summary>Measures a model on rows it is given.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Evaluator
{
    /// <summary>Predicts all rows of the set, in blocks, and compares.</summary>
    /// <exception cref="ArgumentException">The set is empty.</exception>
    public static Evaluation Evaluate(ITrainableModel model, in TrainingSet set)
    {
        ArgumentNullException.ThrowIfNull(model);
        TrainingSetCheck.DemandRows(set.RowCount, minimum: 1);
        int[] rows = RowSplit.All(set.RowCount);
        TaskLossMeter loss = new(model.TargetSize);
        if (set.IsClassification)
        {
            ClassificationMeter classification = new(model.TargetSize);
            OutputBlocks.Measure(model, set, rows, threads: 1, loss, classification);
            return new Evaluation(loss.Mean, classification.Accuracy, classification.MacroF1);
        }

        RegressionMeter regression = new(model.TargetSize);
        OutputBlocks.Measure(model, set, rows, threads: 1, loss, regression);
        return new Evaluation(loss.Mean, R2: regression.R2(set.Targets));
    }
}
