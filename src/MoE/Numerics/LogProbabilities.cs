using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace MoE.Numerics;

/// <summary>
/// The end of a mixture of probabilities: from <c>m = sum of w_e p_e</c> to <c>log(m / sum of w_e)</c>, and the gradient's way back (Jacobs, Jordan,
/// Nowlan and Hinton, 1991). A probability below 1e-30 counts as that.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LogProbabilities
{
    private const float Least = 1e-30f;

    /// <summary>The sum of a row's weights, in slot order.</summary>
    public static float Total(ref float weights, int k)
    {
        float total = weights;
        for (int slot = 1; slot < k; slot++)
            total += Unsafe.Add(ref weights, slot);
        return total;
    }

    /// <summary>One row in place; nothing behind its width is touched. Where no expert had a say, all classes are as likely.</summary>
    public static void Forward(ref float row, float total, int width)
    {
        if (total == 0)
            MemoryMarshal.CreateSpan(ref row, width).Fill(-ScalarMath.Log(width));
        else if (Avx512F.IsSupported)
            Forward<Lanes512>(ref row, ScalarMath.Log(total), width);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Forward<Lanes256>(ref row, ScalarMath.Log(total), width);
        else
            Forward<Lanes128>(ref row, ScalarMath.Log(total), width);
    }

    /// <summary>
    /// From the gradient by the log-probabilities to that by m, in place. The gradients of a loss of log-probabilities add up to 0 over the classes, so
    /// the sum of the weights has none.
    /// </summary>
    public static void Backward(ref float mixed, ref float gradient, int width)
    {
        for (int column = 0; column < width; column++)
        {
            float value = Unsafe.Add(ref mixed, column);
            ref float slope = ref Unsafe.Add(ref gradient, column);
            slope = value > Least ? slope / value : 0;
        }
    }

    // Lane operations use up the inlining budget of whatever they are inlined into.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forward<TLanes>(ref float row, float logOfTotal, int width)
        where TLanes : struct, ILanes<TLanes>
    {
        int column = 0;
        for (; column <= width - TLanes.Count; column += TLanes.Count)
            (VectorMath.Log(TLanes.Max(TLanes.Create(Least), TLanes.Load(ref row, column))) - TLanes.Create(logOfTotal)).Store(ref row, column);
        for (; column < width; column++)
        {
            ref float value = ref Unsafe.Add(ref row, column);
            value = ScalarMath.Log(value > Least ? value : Least) - logOfTotal;
        }
    }
}
