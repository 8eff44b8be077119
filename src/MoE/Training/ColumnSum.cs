using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using MoE.Numerics;

namespace MoE.Training;

/// <summary>The sum of each column over the rows, in row order: the gradient of a bias.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ColumnSum
{
    /// <summary>rows x width, one stride apart -> sums, width of them, a multiple of 16; zeros for zero rows.</summary>
    public static void Run(ref float values, int rows, int width, int stride, ref float sums)
    {
        if (Avx512F.IsSupported)
            Run<Lanes512>(ref values, rows, width, stride, ref sums);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Run<Lanes256>(ref values, rows, width, stride, ref sums);
        else
            Run<Lanes128>(ref values, rows, width, stride, ref sums);
    }

    // Lane operations use up the inlining budget of whatever they are inlined into.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Run<TLanes>(ref float values, int rows, int width, int stride, ref float sums)
        where TLanes : struct, ILanes<TLanes>
    {
        for (int column = 0; column < width; column += TLanes.Count)
        {
            TLanes sum = TLanes.Create(0);
            for (int row = 0; row < rows; row++)
                sum += TLanes.Load(ref Unsafe.Add(ref values, (nint)row * stride), column);
            sum.Store(ref sums, column);
        }
    }
}
