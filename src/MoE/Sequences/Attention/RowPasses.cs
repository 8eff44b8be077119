using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>Elementwise work on floats side by side.</summary>
internal static unsafe class RowPasses
{
    /// <summary>target += source; a multiple of 16 floats.</summary>
    public static void Add(float* target, float* source, int floats)
    {
        if (Avx512F.IsSupported)
            Add<Lanes512>(target, source, floats);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Add<Lanes256>(target, source, floats);
        else
            Add<Lanes128>(target, source, floats);
    }

    /// <summary>target = source / divisor for so many columns; source is readable up to a multiple of 16.</summary>
    public static void Divide(float* target, float* source, float divisor, int width)
    {
        if (Avx512F.IsSupported)
            Divide<Lanes512>(target, source, divisor, width);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Divide<Lanes256>(target, source, divisor, width);
        else
            Divide<Lanes128>(target, source, divisor, width);
    }

    /// <summary>The way back of a softmax over a multiple of 16 floats: weights become probabilities, gradients of them those of scores.</summary>
    /// <param name="weights">Become themselves over their sum.</param>
    /// <param name="gradients">Of the probabilities.</param>
    /// <param name="sum">Of the weights.</param>
    /// <param name="mean">The sum of probabilities times gradients.</param>
    /// <param name="floats">How many.</param>
    public static void SoftmaxBackward(float* weights, float* gradients, float sum, float mean, int floats)
    {
        if (Avx512F.IsSupported)
            SoftmaxBackward<Lanes512>(weights, gradients, sum, mean, floats);
        else if (Avx2.IsSupported && Fma.IsSupported)
            SoftmaxBackward<Lanes256>(weights, gradients, sum, mean, floats);
        else
            SoftmaxBackward<Lanes128>(weights, gradients, sum, mean, floats);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Add<TLanes>(float* target, float* source, int floats)
        where TLanes : struct, ILanes<TLanes>
    {
        for (int at = 0; at < floats; at += TLanes.Count)
            (TLanes.Load(ref *target, at) + TLanes.Load(ref *source, at)).Store(ref *target, at);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Divide<TLanes>(float* target, float* source, float divisor, int width)
        where TLanes : struct, ILanes<TLanes>
    {
        for (int column = 0; column < width; column += TLanes.Count)
            Padding.StoreWithin(TLanes.Load(ref *source, column) / TLanes.Create(divisor), ref *target, column, width);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SoftmaxBackward<TLanes>(float* weights, float* gradients, float sum, float mean, int floats)
        where TLanes : struct, ILanes<TLanes>
    {
        for (int at = 0; at < floats; at += TLanes.Count)
        {
            TLanes probability = TLanes.Load(ref *weights, at) / TLanes.Create(sum);
            probability.Store(ref *weights, at);
            (probability * (TLanes.Load(ref *gradients, at) - TLanes.Create(mean))).Store(ref *gradients, at);
        }
    }
}
