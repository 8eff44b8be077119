using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MoE.Numerics;

namespace MoE.Layers;

/// <summary>
/// One row of a layer of dots on 128-bit vectors, four outputs at a time: 16 virtual lanes along the inputs, every
/// chains-th vector of 16 to one accumulator, the accumulators joined from left to right, the lanes by a tree.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DotRow
{
    private const int Line = 16;

    /// <summary>y = x W^T + b.</summary>
    /// <param name="x">[inputs], padded with zeros to a multiple of 16.</param>
    /// <param name="w">The layer's parameters: 16 biases, then a padded row for each output.</param>
    /// <param name="y">Receives 16 floats, zeros behind the outputs.</param>
    /// <param name="inputs">Columns of x.</param>
    /// <param name="outputs">At most 16.</param>
    /// <param name="chains">Accumulators of an output.</param>
    /// <param name="hasReLU">Whether y = max(y, 0).</param>
    public static void Run(ref float x, ref float w, ref float y, int inputs, int outputs, int chains, bool hasReLU) =>
        Run<Float32Weights>(ref x, ref w, ref y, inputs, outputs, chains, hasReLU);

    /// <summary>The same with weights in bfloat16.</summary>
    /// <inheritdoc cref="Run(ref float, ref float, ref float, int, int, int, bool)"/>
    public static void RunBFloat16(ref float x, ref float w, ref float y, int inputs, int outputs, int chains, bool hasReLU) =>
        Run<BFloat16Weights>(ref x, ref w, ref y, inputs, outputs, chains, hasReLU);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TWeights>(ref float x, ref float w, ref float y, int inputs, int outputs, int chains, bool hasReLU)
        where TWeights : struct, IWeights
    {
        int padded = (inputs + Line - 1) / Line * Line;
        for (int first = 0; first < Line; first += 4)
        {
            ref float target = ref Unsafe.Add(ref y, first);
            int present = outputs - first;
            if (present <= 0)
            {
                Vector128<float>.Zero.StoreUnsafe(ref target);
                continue;
            }

            ref float weights = ref Unsafe.Add(ref w, Line);
            nint from = (nint)first * padded;
            Vector128<float> a = Lanes<TWeights>(ref x, ref weights, from, padded, chains);
            Vector128<float> b = present > 1 ? Lanes<TWeights>(ref x, ref weights, from + padded, padded, chains) : default;
            Vector128<float> c = present > 2 ? Lanes<TWeights>(ref x, ref weights, from + (2 * padded), padded, chains) : default;
            Vector128<float> d = present > 3 ? Lanes<TWeights>(ref x, ref weights, from + (3 * padded), padded, chains) : default;
            Vector128<float> sum = Vector128.LoadUnsafe(ref w, (nuint)first) + LaneTree.Sum(a, b, c, d);
            (hasReLU ? Vector128.MaxNative(Vector128<float>.Zero, sum) : sum).StoreUnsafe(ref target);
        }
    }

    /// <summary>One output's 16 lanes, joined to four: lanes l and l + 8, then l and l + 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector128<float> Lanes<TWeights>(ref float x, ref float weights, nint from, int padded, int chains)
        where TWeights : struct, IWeights
    {
        Vector128<float> total0 = default, total1 = default, total2 = default, total3 = default;
        for (int chain = 0; chain < chains; chain++)
        {
            Vector128<float> run0 = default, run1 = default, run2 = default, run3 = default;
            for (int at = chain * Line; at < padded; at += chains * Line)
            {
                ref float value = ref Unsafe.Add(ref x, at);
                nint weight = from + at;
                run0 = Vector128.MultiplyAddEstimate(Vector128.LoadUnsafe(ref value), TWeights.Load(ref weights, weight), run0);
                run1 = Vector128.MultiplyAddEstimate(Vector128.LoadUnsafe(ref value, 4), TWeights.Load(ref weights, weight + 4), run1);
                run2 = Vector128.MultiplyAddEstimate(Vector128.LoadUnsafe(ref value, 8), TWeights.Load(ref weights, weight + 8), run2);
                run3 = Vector128.MultiplyAddEstimate(Vector128.LoadUnsafe(ref value, 12), TWeights.Load(ref weights, weight + 12), run3);
            }

            total0 = chain == 0 ? run0 : total0 + run0;
            total1 = chain == 0 ? run1 : total1 + run1;
            total2 = chain == 0 ? run2 : total2 + run2;
            total3 = chain == 0 ? run3 : total3 + run3;
        }

        return (total0 + total2) + (total1 + total3);
    }
}
