using System;

namespace MoE.Persistence;

/// <summary>
/// Rounding to 8 bits: the scale is the bfloat16 nearest to the largest magnitude over 127, the codes the integers nearest to weight over scale. The largest weight
/// always has a code of 127 or -127, so that rounding what was rounded changes nothing.
/// </summary>
internal static class Int8Codes
{
    public const int Most = 127;

    /// <summary>Rounds a block of finite weights.</summary>
    public static BlockScale Round(ReadOnlySpan<float> weights, Span<sbyte> codes)
    {
        float largest = 0;
        foreach (float weight in weights) largest = Math.Max(largest, Math.Abs(weight));
        BlockScale scale = BlockScale.Nearest(largest / Most, Most);
        if (scale.IsNothing)
        {
            codes.Clear();
            return default;
        }
        float step = scale.Value;
        for (int i = 0; i < weights.Length; i++) codes[i] = (sbyte)Math.Clamp((int)MathF.Round(weights[i] / step), -Most, Most);
        return scale;
    }
}
