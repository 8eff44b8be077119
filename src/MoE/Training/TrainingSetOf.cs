using System.ComponentModel;

namespace MoE.Training;

/// <summary>Makes a set of a batch, with the checks that a model makes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate TrainingSet TrainingSetOf<TTarget>(RowBatch<TTarget> batch);
