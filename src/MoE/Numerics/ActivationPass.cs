using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace MoE.Numerics;

/// <summary>
/// Activations over rows of <c>width</c> columns, <c>stride</c> floats apart; rows reach to the next
/// multiple of 16 columns, and what lies past <c>width</c> there is written as zero.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ActivationPass
{
    /// <summary>y = f(x); <paramref name="y"/> may be <paramref name="x"/>.</summary>
    public static void Forward<TActivation>(ref float x, ref float y, int rows, int width, int stride)
        where TActivation : struct, IActivation
    {
        if (Avx512F.IsSupported)
            Forward<TActivation, Lanes512>(ref x, ref y, rows, width, stride);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Forward<TActivation, Lanes256>(ref x, ref y, rows, width, stride);
        else
            Forward<TActivation, Lanes128>(ref x, ref y, rows, width, stride);
    }

    /// <summary>gradient *= f'(x), where <paramref name="x"/> is what went into the activation.</summary>
    public static void Backward<TActivation>(ref float x, ref float gradient, int rows, int width, int stride)
        where TActivation : struct, IActivation
    {
        if (Avx512F.IsSupported)
            Backward<TActivation, Lanes512>(ref x, ref gradient, rows, width, stride);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Backward<TActivation, Lanes256>(ref x, ref gradient, rows, width, stride);
        else
            Backward<TActivation, Lanes128>(ref x, ref gradient, rows, width, stride);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Forward<TActivation, TLanes>(ref float x, ref float y, int rows, int width, int stride)
        where TActivation : struct, IActivation
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint row = 0; row < rows; row++)
        {
            ref float from = ref Unsafe.Add(ref x, row * stride);
            ref float to = ref Unsafe.Add(ref y, row * stride);
            for (nint column = 0; column < Padding.Of(width); column += TLanes.Count)
            {
                TLanes value = TActivation.Forward(TLanes.Load(ref from, column));
                Padding.Store(value, ref to, column, width);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Backward<TActivation, TLanes>(ref float x, ref float gradient, int rows, int width, int stride)
        where TActivation : struct, IActivation
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint row = 0; row < rows; row++)
        {
            ref float from = ref Unsafe.Add(ref x, row * stride);
            ref float to = ref Unsafe.Add(ref gradient, row * stride);
            for (nint column = 0; column < Padding.Of(width); column += TLanes.Count)
            {
                TLanes value = TLanes.Load(ref to, column) * TActivation.Derivative(TLanes.Load(ref from, column), out _);
                Padding.Store(value, ref to, column, width);
            }
        }
    }
}
