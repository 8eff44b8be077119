using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace MoE.Numerics;

/// <summary>
/// Layer normalization (Ba, Kiros, Hinton, 2016) as torch.nn.LayerNorm: <c>y = (x - mean) / sqrt(variance + epsilon) * weight + bias</c>
/// per row, with the biased variance and an epsilon of 1e-5 unless another is given. Rows lie <c>stride</c> floats apart and are padded to 16 columns,
/// as are weight and bias; padding does not count and is written as zero.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LayerNorm
{
    private const float DefaultEpsilon = 1e-5f;

    /// <summary>Normalizes rows; <paramref name="y"/> may be <paramref name="x"/>.</summary>
    public static void Forward(ref float x, ref float weight, ref float bias, ref float y, int rows, int width, int stride) =>
        Forward(ref x, ref weight, ref bias, ref y, rows, width, stride, DefaultEpsilon);

    /// <summary>Normalizes rows; <paramref name="y"/> may be <paramref name="x"/>.</summary>
    public static void Forward(ref float x, ref float weight, ref float bias, ref float y, int rows, int width, int stride, float epsilon)
    {
        if (Avx512F.IsSupported)
            Forward<Lanes512>(ref x, ref weight, ref bias, ref y, rows, width, stride, epsilon);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Forward<Lanes256>(ref x, ref weight, ref bias, ref y, rows, width, stride, epsilon);
        else
            Forward<Lanes128>(ref x, ref weight, ref bias, ref y, rows, width, stride, epsilon);
    }

    /// <summary>
    /// From the inputs <paramref name="x"/> and the gradient <paramref name="dy"/> of the outputs that of the
    /// inputs (<paramref name="dx"/> may be <paramref name="dy"/>); those of weight and bias are added to, row after row.
    /// </summary>
    public static void Backward(ref float x, ref float weight, ref float dy, ref float dx, ref float dWeight, ref float dBias, int rows, int width, int stride) =>
        Backward(ref x, ref weight, ref dy, ref dx, ref dWeight, ref dBias, rows, width, stride, DefaultEpsilon);

    /// <summary>
    /// From the inputs <paramref name="x"/> and the gradient <paramref name="dy"/> of the outputs that of the
    /// inputs (<paramref name="dx"/> may be <paramref name="dy"/>); those of weight and bias are added to, row after row.
    /// </summary>
    public static void Backward(ref float x, ref float weight, ref float dy, ref float dx, ref float dWeight, ref float dBias, int rows, int width, int stride, float epsilon)
    {
        if (Avx512F.IsSupported)
            Backward<Lanes512>(ref x, ref weight, ref dy, ref dx, ref dWeight, ref dBias, rows, width, stride, epsilon);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Backward<Lanes256>(ref x, ref weight, ref dy, ref dx, ref dWeight, ref dBias, rows, width, stride, epsilon);
        else
            Backward<Lanes128>(ref x, ref weight, ref dy, ref dx, ref dWeight, ref dBias, rows, width, stride, epsilon);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Forward<TLanes>(ref float x, ref float weight, ref float bias, ref float y, int rows, int width, int stride, float epsilon = DefaultEpsilon)
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint row = 0; row < rows; row++)
        {
            ref float from = ref Unsafe.Add(ref x, row * stride);
            ref float to = ref Unsafe.Add(ref y, row * stride);
            TLanes mean = TLanes.Create(Moments<TLanes>(ref from, width, epsilon, out float scale));
            for (nint column = 0; column < Padding.Of(width); column += TLanes.Count)
            {
                TLanes normal = (TLanes.Load(ref from, column) - mean) * TLanes.Create(scale);
                TLanes value = TLanes.MultiplyAdd(normal, TLanes.Load(ref weight, column), TLanes.Load(ref bias, column));
                Padding.Store(value, ref to, column, width);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Backward<TLanes>(ref float x, ref float weight, ref float dy, ref float dx, ref float dWeight, ref float dBias, int rows, int width, int stride, float epsilon = DefaultEpsilon)
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint row = 0; row < rows; row++)
        {
            ref float from = ref Unsafe.Add(ref x, row * stride);
            ref float above = ref Unsafe.Add(ref dy, row * stride);
            ref float to = ref Unsafe.Add(ref dx, row * stride);
            float mean = Moments<TLanes>(ref from, width, epsilon, out float scale);
            // With n = (x - mean) * scale and g = dy * weight: dx = scale * (g - mean(g) - n * mean(g n)).
            float g = Reduction.Run<TLanes, Product>(new Product(ref above, ref weight), width) / width;
            float gn = Reduction.Run<TLanes, CentredProduct>(new CentredProduct(ref from, mean, ref above, ref weight), width) * scale / width;
            for (nint column = 0; column < Padding.Of(width); column += TLanes.Count)
            {
                TLanes gradient = TLanes.Load(ref above, column);
                TLanes normal = (TLanes.Load(ref from, column) - TLanes.Create(mean)) * TLanes.Create(scale);
                // Not fused: the product must round as the mean's did, or a row of one column would not cancel.
                TLanes centred = gradient * TLanes.Load(ref weight, column) - TLanes.Create(g);
                TLanes value = TLanes.MultiplyAdd(normal, TLanes.Create(-gn), centred) * TLanes.Create(scale);
                Padding.Store(TLanes.MultiplyAdd(gradient, normal, TLanes.Load(ref dWeight, column)), ref dWeight, column, width);
                Padding.Store(TLanes.Load(ref dBias, column) + gradient, ref dBias, column, width);
                Padding.Store(value, ref to, column, width);
            }
        }
    }

    /// <summary>The mean of a row, and one over its standard deviation.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float Moments<TLanes>(ref float x, int width, float epsilon, out float scale)
        where TLanes : struct, ILanes<TLanes>
    {
        float mean = Reduction.Run<TLanes, Values>(new Values(ref x), width) / width;
        float variance = Reduction.Run<TLanes, CentredSquares>(new CentredSquares(ref x, mean), width) / width;
        scale = 1f / MathF.Sqrt(variance + epsilon);
        return mean;
    }

    private readonly ref struct CentredSquares(ref float x, float mean) : IReduction
    {
        private readonly ref float _x = ref x;
        private readonly float _mean = mean;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Include<TLanes>(TLanes total, nint column)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes centred = TLanes.Load(ref _x, column) - TLanes.Create(_mean);
            return TLanes.MultiplyAdd(centred, centred, total);
        }
    }

    /// <summary>The sum of (x - mean) * a * b.</summary>
    private readonly ref struct CentredProduct(ref float x, float mean, ref float a, ref float b) : IReduction
    {
        private readonly ref float _x = ref x;
        private readonly float _mean = mean;
        private readonly ref float _a = ref a;
        private readonly ref float _b = ref b;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Include<TLanes>(TLanes total, nint column)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes centred = TLanes.Load(ref _x, column) - TLanes.Create(_mean);
            return TLanes.MultiplyAdd(centred, TLanes.Load(ref _a, column) * TLanes.Load(ref _b, column), total);
        }
    }
}
