using System.ComponentModel;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>The sizes of a Mamba block.</summary>
/// <param name="width">Columns of what it reads and writes.</param>
/// <param name="inner">Channels: M.</param>
/// <param name="states">States of a channel: N.</param>
/// <param name="taps">Rows that the convolution sees: K.</param>
/// <param name="rank">Inputs of the layer that makes time steps: R.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MambaShape(int width, int inner, int states, int taps, int rank)
{
    /// <summary>Columns of what the block reads and writes.</summary>
    public int Width { get; } = width;

    /// <summary>Channels.</summary>
    public int Inner { get; } = inner;

    /// <summary>Channels with their padding: how <c>conv1d</c>, <c>A_log</c>, <c>D</c> and the states lie.</summary>
    public int PaddedInner { get; } = Padding.Of(inner);

    /// <summary>States of a channel.</summary>
    public int States { get; } = states;

    /// <summary>Rows that the convolution sees, the present one included.</summary>
    public int Taps { get; } = taps;

    /// <summary>Inputs of the layer that makes time steps.</summary>
    public int Rank { get; } = rank;
}
