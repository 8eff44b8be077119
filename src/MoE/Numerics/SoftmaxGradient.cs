using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace MoE.Numerics;

/// <summary>The way back through a softmax along each row: <c>p * (g - sum over the columns of p g)</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SoftmaxGradient
{
    /// <summary>Rows of <paramref name="width"/> columns, one stride apart and padded to 16 columns; the gradients are changed in place.</summary>
    public static void Run(ref float probabilities, ref float gradients, int rows, int width, int stride)
    {
        for (nint row = 0; row < rows; row++)
        {
            ref float p = ref Unsafe.Add(ref probabilities, row * stride);
            ref float g = ref Unsafe.Add(ref gradients, row * stride);
            float mean = Reduction.Dot(ref p, ref g, width);
            if (Avx512F.IsSupported)
                Run<Lanes512>(ref p, ref g, mean, width);
            else if (Avx2.IsSupported && Fma.IsSupported)
                Run<Lanes256>(ref p, ref g, mean, width);
            else
                Run<Lanes128>(ref p, ref g, mean, width);
        }
    }

    // Lane operations use up the inlining budget of whatever they are inlined into.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Run<TLanes>(ref float p, ref float g, float mean, int width)
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint column = 0; column < width; column += TLanes.Count)
            Padding.Store(TLanes.Load(ref p, column) * (TLanes.Load(ref g, column) - TLanes.Create(mean)), ref g, column, width);
    }
}
