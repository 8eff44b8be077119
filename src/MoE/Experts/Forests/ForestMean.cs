using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MoE.Experts.Forests;

/// <summary>The mean of what leaves say: summed in the order of the trees, then divided once, so that every batch and every machine gives the same bits.</summary>
internal static class ForestMean
{
    /// <summary>Adds what a leaf says to a row.</summary>
    public static void Add(ReadOnlySpan<float> leaf, ref float row)
    {
        ref float values = ref MemoryMarshal.GetReference(leaf);
        int column = 0;
        for (; column <= leaf.Length - Vector256<float>.Count; column += Vector256<float>.Count)
            (Vector256.LoadUnsafe(ref row, (nuint)column) + Vector256.LoadUnsafe(ref values, (nuint)column)).StoreUnsafe(ref row, (nuint)column);
        Span<float> rest = MemoryMarshal.CreateSpan(ref row, leaf.Length);
        for (; column < leaf.Length; column++)
            rest[column] += leaf[column];
    }

    public static void Divide(Span<float> row, int trees)
    {
        foreach (ref float value in row)
            value /= trees;
    }
}
