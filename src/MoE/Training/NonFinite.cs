using System;

namespace MoE.Training;

/// <summary>Finds what arithmetic cannot go on with.</summary>
internal static class NonFinite
{
    /// <summary>The index of the first NaN or infinity; -1 if there is none.</summary>
    public static int IndexIn(ReadOnlySpan<float> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i])) return i;
        }

        return -1;
    }
}
