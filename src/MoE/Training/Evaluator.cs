using System;
using System.ComponentModel;

namespace MoE.Training;

/// <summary>Measures a model on rows it is given.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Evaluator
{
    /// <summary>Predicts all rows of the set, in blocks, and compares.</summary>
    /// <exception cref="ArgumentException">The set is empty.</exception>
    public static Evaluation Evaluate(ITrainableModel model, in TrainingSet set) => throw new NotImplementedException();
}
