namespace MoE.Benchmarks.Learn.Sets;

/// <summary>What another program makes of a set's test part, by the set's README.</summary>
internal sealed record Baseline(string Name, double Score);
