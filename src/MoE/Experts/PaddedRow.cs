using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MoE.Experts;

/// <summary>A row of inputs with zeros behind it.</summary>
internal static class PaddedRow
{
    // Up to here a few vectors are faster than the call of a general copy.
    private const int ShortWidth = 64;

    /// <summary>Copies a row of some columns and fills it up with zeros to its stride, a multiple of 16.</summary>
    public static void Copy(ref float source, ref float target, int width, int stride)
    {
        if (width > ShortWidth)
        {
            MemoryMarshal.CreateReadOnlySpan(ref source, width).CopyTo(MemoryMarshal.CreateSpan(ref target, width));
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref target, width), stride - width).Clear();
            return;
        }
        int column = 0;
        for (; column <= width - Vector128<float>.Count; column += Vector128<float>.Count)
            Vector128.LoadUnsafe(ref source, (nuint)column).StoreUnsafe(ref target, (nuint)column);
        for (int zero = column; zero < stride; zero += Vector128<float>.Count)
            Vector128<float>.Zero.StoreUnsafe(ref target, (nuint)zero);
        for (; column < width; column++)
            Unsafe.Add(ref target, column) = Unsafe.Add(ref source, column);
    }
}
