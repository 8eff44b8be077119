using System.Collections.Generic;

namespace MoE.Benchmarks.Learn.Data;

/// <summary>Rows to learn and other rows to be measured on; whatever features learn, they learned from the first.</summary>
/// <param name="Fit">To learn.</param>
/// <param name="Measured">To be measured on.</param>
/// <param name="ClassWeights">What a row of each class counts; null: 1.</param>
internal sealed record LearnPart<TTarget>(LearnRows<TTarget> Fit, LearnRows<TTarget> Measured, IReadOnlyList<double>? ClassWeights = null);
