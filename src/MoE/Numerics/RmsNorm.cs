using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace MoE.Numerics;

/// <summary>
/// Root mean square normalization (Zhang, Sennrich, 2019) as torch.nn.RMSNorm: <c>y = x / sqrt(mean(x^2) + epsilon) * weight</c>
/// per row. Rows lie <c>stride</c> floats apart and are padded to 16 columns, as is the weight; padding does not count and is
/// written as zero.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RmsNorm
{
    /// <summary>Normalizes rows; <paramref name="y"/> may be <paramref name="x"/>.</summary>
    public static void Forward(ref float x, ref float weight, ref float y, int rows, int width, int stride, float epsilon)
    {
        if (Avx512F.IsSupported)
            Forward<Lanes512>(ref x, ref weight, ref y, rows, width, stride, epsilon);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Forward<Lanes256>(ref x, ref weight, ref y, rows, width, stride, epsilon);
        else
            Forward<Lanes128>(ref x, ref weight, ref y, rows, width, stride, epsilon);
    }

    /// <summary>
    /// From the inputs <paramref name="x"/> and the gradient <paramref name="dy"/> of the outputs that of the
    /// inputs (<paramref name="dx"/> may be <paramref name="dy"/>); that of the weight is added to, row after row.
    /// </summary>
    public static void Backward(ref float x, ref float weight, ref float dy, ref float dx, ref float dWeight, int rows, int width, int stride, float epsilon)
    {
        if (Avx512F.IsSupported)
            Backward<Lanes512>(ref x, ref weight, ref dy, ref dx, ref dWeight, rows, width, stride, epsilon);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Backward<Lanes256>(ref x, ref weight, ref dy, ref dx, ref dWeight, rows, width, stride, epsilon);
        else
            Backward<Lanes128>(ref x, ref weight, ref dy, ref dx, ref dWeight, rows, width, stride, epsilon);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Forward<TLanes>(ref float x, ref float weight, ref float y, int rows, int width, int stride, float epsilon)
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint row = 0; row < rows; row++)
        {
            ref float from = ref Unsafe.Add(ref x, row * stride);
            ref float to = ref Unsafe.Add(ref y, row * stride);
            TLanes scale = TLanes.Create(Scale<TLanes>(ref from, width, epsilon));
            for (nint column = 0; column < Padding.Of(width); column += TLanes.Count)
            {
                TLanes value = TLanes.Load(ref from, column) * scale * TLanes.Load(ref weight, column);
                Padding.Store(value, ref to, column, width);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Backward<TLanes>(ref float x, ref float weight, ref float dy, ref float dx, ref float dWeight, int rows, int width, int stride, float epsilon)
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint row = 0; row < rows; row++)
        {
            ref float from = ref Unsafe.Add(ref x, row * stride);
            ref float above = ref Unsafe.Add(ref dy, row * stride);
            ref float to = ref Unsafe.Add(ref dx, row * stride);
            float scale = Scale<TLanes>(ref from, width, epsilon);
            // With n = x * scale and g = dy * weight: dx = scale * (g - n * mean(g n)).
            float gn = Reduction.Run<TLanes, WeightedProduct>(new WeightedProduct(ref from, ref above, ref weight), width) * scale / width;
            for (nint column = 0; column < Padding.Of(width); column += TLanes.Count)
            {
                TLanes gradient = TLanes.Load(ref above, column);
                TLanes normal = TLanes.Load(ref from, column) * TLanes.Create(scale);
                TLanes value = TLanes.MultiplyAdd(normal, TLanes.Create(-gn), gradient * TLanes.Load(ref weight, column)) * TLanes.Create(scale);
                Padding.Store(TLanes.MultiplyAdd(gradient, normal, TLanes.Load(ref dWeight, column)), ref dWeight, column, width);
                Padding.Store(value, ref to, column, width);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float Scale<TLanes>(ref float x, int width, float epsilon)
        where TLanes : struct, ILanes<TLanes> =>
        1f / MathF.Sqrt((Reduction.Run<TLanes, Product>(new Product(ref x, ref x), width) / width) + epsilon);

    /// <summary>The sum of x * a * b.</summary>
    private readonly ref struct WeightedProduct(ref float x, ref float a, ref float b) : IReduction
    {
        private readonly ref float _x = ref x;
        private readonly ref float _a = ref a;
        private readonly ref float _b = ref b;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Include<TLanes>(TLanes total, nint column)
            where TLanes : struct, ILanes<TLanes> =>
            TLanes.MultiplyAdd(TLanes.Load(ref _x, column), TLanes.Load(ref _a, column) * TLanes.Load(ref _b, column), total);
    }
}
