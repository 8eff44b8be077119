using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MoE.Experts.Sparse;
using MoE.Numerics;

namespace MoE.Layers;

/// <summary>One sparse row through a layer of dots: each entry goes to the accumulator and the lane of its column, then as in <see cref="DotRow"/>.</summary>
internal static class SparseDots
{
    private const int Line = 16;

    // 8 outputs of one accumulator, 4 of two, 2 of four or one of eight.
    private const int MostLanes = 8 * Line;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Run(LinearShape shape, in SparseRow row, ref float w, ref float y)
    {
        int lanesOfOutput = shape.Chains * Line, outputs = shape.Outputs;
        nint padded = shape.PaddedInputs;
        Span<float> lanes = stackalloc float[Math.Max(MostLanes, lanesOfOutput * outputs)];
        lanes.Clear();
        ref float sums = ref MemoryMarshal.GetReference(lanes);
        int* indices = row.FirstIndex;
        float* values = row.FirstValue;
        for (int entry = 0; entry < row.Count; entry++)
        {
            int index = indices[entry];
            ref float lane = ref Unsafe.Add(ref sums, ((index / Line % shape.Chains) * Line) + (index % Line));
            ref float weight = ref Unsafe.Add(ref w, Line + index);
            for (int output = 0; output < outputs; output++)
            {
                lane = float.MultiplyAddEstimate(values[entry], weight, lane);
                lane = ref Unsafe.Add(ref lane, lanesOfOutput);
                weight = ref Unsafe.Add(ref weight, padded);
            }
        }
        for (int first = 0; first < Line; first += 4)
        {
            ref float target = ref Unsafe.Add(ref y, first);
            if (first >= outputs)
            {
                Vector128<float>.Zero.StoreUnsafe(ref target);
                continue;
            }
            Vector128<float> sum = Vector128.LoadUnsafe(ref w, (nuint)first) + LaneTree.Sum(
                Join(ref sums, first, shape), Join(ref sums, first + 1, shape), Join(ref sums, first + 2, shape), Join(ref sums, first + 3, shape));
            (shape.HasReLU ? Vector128.MaxNative(Vector128<float>.Zero, sum) : sum).StoreUnsafe(ref target);
        }
    }

    /// <summary>An output's accumulators from left to right, then lanes l and l + 8, then l and l + 4; zeros behind the outputs.</summary>
    private static Vector128<float> Join(ref float sums, int output, LinearShape shape)
    {
        if (output >= shape.Outputs)
            return Vector128<float>.Zero;
        ref float lanes = ref Unsafe.Add(ref sums, output * shape.Chains * Line);
        Vector128<float> total0 = Vector128.LoadUnsafe(ref lanes), total1 = Vector128.LoadUnsafe(ref lanes, 4);
        Vector128<float> total2 = Vector128.LoadUnsafe(ref lanes, 8), total3 = Vector128.LoadUnsafe(ref lanes, 12);
        for (int chain = 1; chain < shape.Chains; chain++)
        {
            lanes = ref Unsafe.Add(ref lanes, Line);
            total0 += Vector128.LoadUnsafe(ref lanes);
            total1 += Vector128.LoadUnsafe(ref lanes, 4);
            total2 += Vector128.LoadUnsafe(ref lanes, 8);
            total3 += Vector128.LoadUnsafe(ref lanes, 12);
        }
        return (total0 + total2) + (total1 + total3);
    }
}
