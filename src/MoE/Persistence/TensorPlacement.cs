using System.ComponentModel;

namespace MoE.Persistence;

/// <summary>
/// Where a tensor's elements lie in a model's parameter buffer: element (o, i) of an [outputs, inputs] tensor at float
/// <c>Offset + o / Lanes * GroupStride + o % Lanes + i * InputStride</c>; a vector has i = 0 only.
/// </summary>
/// <remarks>
/// The one formula covers column panels (<c>Lanes</c> outputs side by side for each input), gate and up interleaved in one
/// panel, plain rows (<c>Lanes</c> 1, <c>InputStride</c> 1) and plain vectors (<c>Lanes</c> = <c>GroupStride</c>).
/// Of bfloat16 weights all but <c>Offset</c> counts them, not floats; of codes in blocks <c>Lanes</c> is 16 and a group a panel
/// of theirs, within which <c>InputStride</c> says nothing.
/// </remarks>
/// <param name="Offset">The float index of element (0, 0).</param>
/// <param name="Lanes">How many neighbouring outputs lie side by side, at least 1.</param>
/// <param name="GroupStride">Floats from one group of <c>Lanes</c> outputs to the next.</param>
/// <param name="InputStride">Floats from one input to the next.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct TensorPlacement(int Offset, int Lanes, int GroupStride, int InputStride)
{
    /// <summary>The float index of element (<paramref name="output"/>, <paramref name="input"/>).</summary>
    public long IndexOf(int output, int input) =>
        Offset + (long)(output / Lanes) * GroupStride + output % Lanes + (long)input * InputStride;
}
