using System.Collections.Generic;
using MoE.Benchmarks.Learn.Sets;

namespace MoE.Benchmarks.Learn.Display;

/// <summary>What became of a role in a set, for programs to read.</summary>
internal sealed record LearnLine(
    string Set, string Metric, string Role, string Model, long ActiveParameters, long TotalParameters,
    double LearningRate, int Epochs, double Validation, IReadOnlyList<double> Test, double? Mean, double? Spread, double Seconds)
{
    public static LearnLine Of(LearnSet set, LearnResult result) => new(
        set.Name, set.Metric.ToString(), result.Role.ToString(), result.Model, result.ActiveParameters, result.TotalParameters,
        result.Options.LearningRate, result.Options.Epochs, result.Validation, [.. result.Scores], result.Mean, result.Spread, result.Seconds);
}
