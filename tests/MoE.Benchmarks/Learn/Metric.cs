namespace MoE.Benchmarks.Learn;

/// <summary>What models are compared by.</summary>
internal enum Metric
{
    Accuracy,
    MacroF1,
    R2,
}
