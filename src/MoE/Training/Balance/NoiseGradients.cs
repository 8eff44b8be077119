using System;

namespace MoE.Training.Balance;

/// <summary>The gradients of one row where a loss looks at noisy logits, clean ones and the noise's scale by themselves: one number for each expert.</summary>
internal readonly ref struct NoiseGradients(Span<double> noisy, Span<double> clean, Span<double> scale)
{
    public Span<double> Noisy { get; } = noisy;

    public Span<double> Clean { get; } = clean;

    public Span<double> Scale { get; } = scale;

    public void Clear()
    {
        Noisy.Clear();
        Clean.Clear();
        Scale.Clear();
    }
}
