using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Benchmarks.Learn.Contestants;

namespace MoE.Benchmarks.Learn.Sets;

/// <summary>What became of a role in a set.</summary>
/// <param name="Role">Which.</param>
/// <param name="Model">The class that the search chose.</param>
/// <param name="ActiveParameters">Trained numbers at work on a row.</param>
/// <param name="TotalParameters">Trained numbers.</param>
/// <param name="Options">The setting that the search chose.</param>
/// <param name="Validation">Its score in the search.</param>
/// <param name="Scores">On the test part, one for each seed; none if only the search was asked for.</param>
/// <param name="Seconds">What a training on the whole train file takes, in the mean.</param>
internal sealed record LearnResult(
    Role Role, string Model, long ActiveParameters, long TotalParameters, FitOptions Options, double Validation, IReadOnlyList<double> Scores, double Seconds)
{
    /// <summary>Over the seeds.</summary>
    public double? Mean => Scores.Count == 0 ? null : Scores.Average();

    /// <summary>The standard deviation over the seeds.</summary>
    public double? Spread => Scores.Count < 2 ? null : Math.Sqrt(Scores.Sum(score => Math.Pow(score - Scores.Average(), 2)) / (Scores.Count - 1));
}
