using System;

namespace MoE.Benchmarks.Peers;

/// <summary>The numbers of peer.h: each is a hash of its place, so that every peer computes with the same ones.</summary>
internal static class PeerNumbers
{
    /// <summary>The stream of the input rows; their fan-in is 1.</summary>
    public const int RowsStream = 3;

    /// <summary>Element i is u(stream, i) * (float)sqrt(3 / fanIn).</summary>
    public static float[] Make(int stream, int count, int fanIn)
    {
        float scale = (float)Math.Sqrt(3.0 / fanIn);
        var values = new float[count];
        for (int i = 0; i < values.Length; i++) values[i] = Unit((ulong)stream, (ulong)i) * scale;
        return values;
    }

    // splitmix64's finaliser of the place; its top 24 bits as a float in [-1, 1). Every step is exact.
    private static float Unit(ulong stream, ulong i)
    {
        ulong z = unchecked((stream << 40) + i + 0x9E3779B97F4A7C15UL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        z ^= z >> 31;
        return (int)(z >> 40) * (1f / 8388608f) - 1f;
    }
}
