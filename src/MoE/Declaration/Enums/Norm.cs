namespace MoE;

/// <summary>How a row is normalised in front of what reads it.</summary>
public enum Norm
{
    /// <summary><c>(x - mean) / sqrt(variance + epsilon) * weight + bias</c> (Ba, Kiros and Hinton, 2016).</summary>
    LayerNorm,

    /// <summary><c>x / sqrt(mean(x^2) + epsilon) * weight</c>, without a bias (Zhang and Sennrich, 2019).</summary>
    RMSNorm,
}
