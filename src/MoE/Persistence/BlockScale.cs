using System;
using MoE.Numerics;

namespace MoE.Persistence;

/// <summary>What the codes of a block mean: a weight is scale * (code - zero point), which float32 holds exactly.</summary>
/// <param name="Bits">The scale, a bfloat16 of at least 0.</param>
/// <param name="ZeroPoint">0 to 15; 0 where codes have a sign.</param>
internal readonly record struct BlockScale(ushort Bits, int ZeroPoint)
{
    private const int SignificandBits = 7;

    /// <summary>The scale as a float.</summary>
    public float Value => WideBFloat16.Of(Bits);

    /// <summary>Whether it is 0 or subnormal, of too few bits to tell weights apart: they count as zeros.</summary>
    public bool IsNothing => Bits < 1 << SignificandBits;

    /// <summary>The next smaller scale.</summary>
    public BlockScale Smaller => this with { Bits = (ushort)(Bits - 1) };

    /// <summary>The bfloat16 nearest to a scale, such that <paramref name="steps"/> times it is finite.</summary>
    public static BlockScale Nearest(float value, int steps)
    {
        BlockScale scale = new(WideBFloat16.Round(value), 0);
        while (!float.IsFinite(scale.Value * steps)) scale = scale.Smaller;
        return scale;
    }

    /// <summary>The weights.</summary>
    public void Widen(ReadOnlySpan<sbyte> codes, Span<float> weights)
    {
        float scale = Value;
        for (int i = 0; i < codes.Length; i++) weights[i] = scale * (codes[i] - ZeroPoint);
    }
}
