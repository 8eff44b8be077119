using System.ComponentModel;
using System.Runtime.CompilerServices;
using MoE.Experts;

namespace MoE.Numerics;

/// <summary>Rows times the sigmoid of a number for each row (Qwen2-MoE's shared expert). Rows lie one stride apart, a multiple of 16, and are zero behind their width.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SigmoidScale
{
    /// <summary>y = sigmoid(share) * x; <paramref name="y"/> may be <paramref name="x"/>.</summary>
    public static void Forward(ref float x, ref float shares, ref float y, int rows, int width, int stride, int shareStride)
    {
        for (nint row = 0; row < rows; row++)
        {
            float share = Sigmoid(Unsafe.Add(ref shares, row * shareStride));
            Combine.Row(ref Unsafe.Add(ref x, row * stride), 0, ref share, 1, ref Unsafe.Add(ref y, row * stride), Padding.Of(width));
        }
    }

    /// <summary>In place: the gradient of y becomes that of x, and a share its gradient.</summary>
    public static void Backward(ref float x, ref float shares, ref float gradient, int rows, int width, int stride, int shareStride)
    {
        for (nint row = 0; row < rows; row++)
        {
            ref float rowGradient = ref Unsafe.Add(ref gradient, row * stride);
            ref float share = ref Unsafe.Add(ref shares, row * shareStride);
            float sigmoid = Sigmoid(share);
            share = sigmoid * (1 - sigmoid) * Reduction.Dot(ref Unsafe.Add(ref x, row * stride), ref rowGradient, width);
            Combine.Row(ref rowGradient, 0, ref sigmoid, 1, ref rowGradient, Padding.Of(width));
        }
    }

    /// <summary>Adds to rows what a layer of one output, whose gradients are those of the shares, carries back to what it read.</summary>
    public static void AddInputGradients(ref float shareGradients, ref float weights, ref float gradient, int rows, int width, int shareStride, int weightStride, int stride)
    {
        for (nint row = 0; row < rows; row++)
        {
            float share = Unsafe.Add(ref shareGradients, row * shareStride);
            ref float sums = ref Unsafe.Add(ref gradient, row * stride);
            for (nint column = 0; column < width; column++)
                Unsafe.Add(ref sums, column) = float.MultiplyAddEstimate(share, Unsafe.Add(ref weights, column * weightStride), Unsafe.Add(ref sums, column));
        }
    }

    private static float Sigmoid(float x) => 1 / (1 + ScalarMath.Exp(-x));
}
