using System;

namespace MoE.Training;

/// <summary>Gathers a measure of outputs against what they should be.</summary>
internal interface IOutputMeter
{
    /// <param name="set">The set that the rows are of.</param>
    /// <param name="rows">Which rows.</param>
    /// <param name="outputs">Theirs, [rows x TargetSize].</param>
    void Add(in TrainingSet set, ReadOnlySpan<int> rows, ReadOnlySpan<float> outputs);
}
