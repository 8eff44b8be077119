using System;

namespace MoE.Persistence;

/// <summary>
/// Rounding to 4 bits: the 15 steps of the scale reach from the least weight to the largest, 0 among them, and the zero point is the code of 0. The least weight
/// always has code 0 and the largest 15, so that rounding what was rounded changes nothing.
/// </summary>
internal static class Int4Codes
{
    public const int Most = 15;

    /// <summary>Rounds a block of finite weights.</summary>
    public static BlockScale Round(ReadOnlySpan<float> weights, Span<sbyte> codes)
    {
        float least = 0, largest = 0;
        foreach (float weight in weights)
        {
            least = Math.Min(least, weight);
            largest = Math.Max(largest, weight);
        }
        BlockScale scale = BlockScale.Nearest((largest / Most) - (least / Most), Most);
        // Half a step lost on either side would leave one of the codes unused: a slightly smaller scale uses all.
        while (!scale.IsNothing && Step(largest, scale) - Step(least, scale) < Most) scale = scale.Smaller;
        if (scale.IsNothing)
        {
            codes.Clear();
            return default;
        }
        int zero = -Step(least, scale);
        for (int i = 0; i < weights.Length; i++) codes[i] = (sbyte)Math.Clamp(Step(weights[i], scale) + zero, 0, Most);
        return scale with { ZeroPoint = zero };
    }

    private static int Step(float weight, BlockScale scale) => Math.Clamp((int)MathF.Round(weight / scale.Value), -Most, Most);
}
