using System.Collections.Generic;

namespace MoE.Generators.Planning;

/// <summary>A selective state space (Gu and Dao, "Mamba", 2023), with its causal convolution and its gate.</summary>
/// <param name="Width">Columns of a row.</param>
/// <param name="Inner">Channels.</param>
/// <param name="States">Numbers that each channel remembers.</param>
/// <param name="Taps">Rows that the convolution sees.</param>
/// <param name="Rank">Columns that the time steps are made of.</param>
/// <param name="Convolution">Where its weights begin, counted from the mixer's first float.</param>
/// <param name="ConvolutionBias">Likewise.</param>
/// <param name="StateLogarithms">A_log.</param>
/// <param name="Skip">D.</param>
internal sealed record MambaPlan(
    string Summary,
    IReadOnlyList<SequenceLayerPlan> Layers,
    IReadOnlyList<TensorPlan> Tensors,
    int Floats,
    int Width,
    int Inner,
    int States,
    int Taps,
    int Rank,
    int Convolution,
    int ConvolutionBias,
    int StateLogarithms,
    int Skip)
    : MixerPlan("mamba.", Summary, Layers, Tensors, Floats);
