using System;

namespace MoE;

/// <summary>Some rows of a data set that is read piece by piece, for <c>Fit</c>.</summary>
/// <param name="Inputs">[rows x InputSize], finite; any number of rows.</param>
/// <param name="Targets">[rows x OutputSize], finite, or the [rows] labels of a classifier.</param>
/// <typeparam name="TTarget"><see cref="float"/>, or the classifier's enum.</typeparam>
/// <remarks>The memory is read until the next one is asked for: a reader may fill the same arrays again.</remarks>
public readonly record struct RowBatch<TTarget>(ReadOnlyMemory<float> Inputs, ReadOnlyMemory<TTarget> Targets);
