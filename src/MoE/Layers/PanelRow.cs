using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MoE.Numerics;

namespace MoE.Layers;

/// <summary>One row of a layer in panels, on 128-bit vectors: what runs where there is neither AVX-512 nor AVX2.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PanelRow
{
    /// <summary>y = x W^T + b; nothing behind the row is read.</summary>
    /// <param name="x">[inputs].</param>
    /// <param name="w">The layer's parameters.</param>
    /// <param name="y">Receives the outputs, padded to whole panels.</param>
    /// <param name="inputs">Columns of x.</param>
    /// <param name="outputs">Columns of y that mean something.</param>
    /// <param name="panelWidth">16 or 32.</param>
    /// <param name="chainLength">Inputs in one chain.</param>
    /// <param name="hasReLU">Whether y = max(y, 0).</param>
    public static void Run(ref float x, ref float w, ref float y, int inputs, int outputs, int panelWidth, int chainLength, bool hasReLU) =>
        Run<Float32Weights>(ref x, ref w, ref y, inputs, outputs, panelWidth, chainLength, hasReLU);

    /// <summary>The same with weights in bfloat16.</summary>
    /// <inheritdoc cref="Run(ref float, ref float, ref float, int, int, int, int, bool)"/>
    public static void RunBFloat16(ref float x, ref float w, ref float y, int inputs, int outputs, int panelWidth, int chainLength, bool hasReLU) =>
        Run<BFloat16Weights>(ref x, ref w, ref y, inputs, outputs, panelWidth, chainLength, hasReLU);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TWeights>(ref float x, ref float w, ref float y, int inputs, int outputs, int panelWidth, int chainLength, bool hasReLU)
        where TWeights : struct, IWeights
    {
        int padded = (outputs + panelWidth - 1) / panelWidth * panelWidth;
        ref float weights = ref Unsafe.Add(ref w, padded);
        for (int column = 0; column < padded; column += 16)
        {
            nint at = ((nint)(column / panelWidth) * panelWidth * inputs) + (column % panelWidth);
            ref float bias = ref Unsafe.Add(ref w, column);
            Vector128<float> sum0 = Vector128.LoadUnsafe(ref bias), sum1 = Vector128.LoadUnsafe(ref bias, 4);
            Vector128<float> sum2 = Vector128.LoadUnsafe(ref bias, 8), sum3 = Vector128.LoadUnsafe(ref bias, 12);
            for (int from = 0; from < inputs; from += chainLength)
            {
                int end = System.Math.Min(inputs, from + chainLength);
                Vector128<float> run0 = default, run1 = default, run2 = default, run3 = default;
                for (int input = from; input < end; input++)
                {
                    Vector128<float> value = Vector128.Create(Unsafe.Add(ref x, input));
                    run0 = Vector128.MultiplyAddEstimate(value, TWeights.Load(ref weights, at), run0);
                    run1 = Vector128.MultiplyAddEstimate(value, TWeights.Load(ref weights, at + 4), run1);
                    run2 = Vector128.MultiplyAddEstimate(value, TWeights.Load(ref weights, at + 8), run2);
                    run3 = Vector128.MultiplyAddEstimate(value, TWeights.Load(ref weights, at + 12), run3);
                    at += panelWidth;
                }

                sum0 += run0;
                sum1 += run1;
                sum2 += run2;
                sum3 += run3;
            }

            // max(sum, -infinity) is the sum, NaN included.
            Vector128<float> floor = Vector128.Create(hasReLU ? 0 : float.NegativeInfinity);
            ref float target = ref Unsafe.Add(ref y, column);
            Vector128.MaxNative(floor, sum0).StoreUnsafe(ref target);
            Vector128.MaxNative(floor, sum1).StoreUnsafe(ref target, 4);
            Vector128.MaxNative(floor, sum2).StoreUnsafe(ref target, 8);
            Vector128.MaxNative(floor, sum3).StoreUnsafe(ref target, 12);
        }
    }
}
