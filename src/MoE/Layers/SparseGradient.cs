using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using MoE.Experts.Sparse;
using MoE.Numerics;

namespace MoE.Layers;

/// <summary>The gradient of the weights of a layer that reads sparse rows: each of a column's is one chain over the rows that have it, in row order.</summary>
internal static class SparseGradient
{
    private const int MinusZero = int.MinValue;

    /// <summary>Overwrites the weights' part of <paramref name="gradient"/>; zeros for columns that no row has.</summary>
    public static void Run(LinearShape shape, ref float x, ref float dy, ref float gradient, int rows)
    {
        ref float weights = ref Unsafe.Add(ref gradient, shape.PaddedOutputs);
        MemoryMarshal.CreateSpan(ref weights, shape.Floats - shape.PaddedOutputs).Clear();
        if (!IsFinite(shape, ref dy, rows))
        {
            // A column that is not there is a zero, and its gradient NaN.
            RunWhole(shape, ref x, ref dy, ref gradient, rows);
            return;
        }
        if (shape.IsDots)
            AddDots(shape, ref x, ref dy, ref weights, rows);
        else if (Avx512F.IsSupported)
            AddPanels<Lanes512>(shape, ref x, ref dy, ref weights, rows);
        else if (Avx2.IsSupported && Fma.IsSupported)
            AddPanels<Lanes256>(shape, ref x, ref dy, ref weights, rows);
        else
            AddPanels<Lanes128>(shape, ref x, ref dy, ref weights, rows);
        for (int row = 0; row < rows; row++)
        {
            foreach (int column in Row(ref x, row).Indices)
                CheckZeros(shape, ref x, ref dy, ref weights, rows, column);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void AddDots(LinearShape shape, ref float x, ref float dy, ref float weights, int rows)
    {
        for (int index = 0; index < rows; index++)
        {
            ref SparseRow row = ref Row(ref x, index);
            for (int output = 0; output < shape.Outputs; output++)
            {
                float gradient = Unsafe.Add(ref dy, ((nint)index * shape.OutputStride) + output);
                ref float target = ref Unsafe.Add(ref weights, (nint)output * shape.PaddedInputs);
                for (int entry = 0; entry < row.Count; entry++)
                {
                    ref float weight = ref Unsafe.Add(ref target, row.FirstIndex[entry]);
                    weight = float.MultiplyAddEstimate(gradient, row.FirstValue[entry], weight);
                }
            }
        }
    }

    // Lane operations use up the inlining budget of whatever they are inlined into.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static unsafe void AddPanels<TLanes>(LinearShape shape, ref float x, ref float dy, ref float weights, int rows)
        where TLanes : struct, ILanes<TLanes>
    {
        for (int column = 0; column < shape.PaddedOutputs; column += TLanes.Count)
        {
            ref float target = ref Unsafe.Add(ref weights, ((nint)(column / shape.PanelWidth) * shape.PanelFloats) + (column % shape.PanelWidth));
            for (int index = 0; index < rows; index++)
            {
                ref SparseRow row = ref Row(ref x, index);
                TLanes gradient = TLanes.Load(ref Unsafe.Add(ref dy, (nint)index * shape.OutputStride), column);
                for (int entry = 0; entry < row.Count; entry++)
                {
                    nint place = (nint)row.FirstIndex[entry] * shape.PanelWidth;
                    TLanes.MultiplyAdd(TLanes.Create(row.FirstValue[entry]), gradient, TLanes.Load(ref target, place)).Store(ref target, place);
                }
            }
        }
    }

    // A chain that ends as -0 may have met zeros of rows without the column, which the sum of the others does not show.
    private static void CheckZeros(LinearShape shape, ref float x, ref float dy, ref float weights, int rows, int column)
    {
        int outputs = shape.IsDots ? 1 : shape.PanelWidth;
        for (int first = 0; first < shape.Outputs; first += outputs)
        {
            ref float group = ref Unsafe.Add(ref weights, shape.IsDots ? ((nint)first * shape.PaddedInputs) + column : ((nint)(first / outputs) * shape.PanelFloats) + ((nint)column * outputs));
            if (!MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<float, int>(ref group), outputs).Contains(MinusZero))
                continue;
            for (int output = 0; output < outputs && first + output < shape.Outputs; output++)
            {
                float sum = 0;
                for (int row = 0; row < rows; row++)
                    sum = float.MultiplyAddEstimate(Row(ref x, row).Of(column), Unsafe.Add(ref dy, ((nint)row * shape.OutputStride) + first + output), sum);
                Unsafe.Add(ref group, output) = sum;
            }
        }
    }

    private static void RunWhole(LinearShape shape, ref float x, ref float dy, ref float gradient, int rows)
    {
        using Scratch scratch = Scratch.Rent(checked(rows * shape.InputStride));
        for (int row = 0; row < rows; row++)
            Row(ref x, row).Expand(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref scratch.Origin, (nint)row * shape.InputStride), shape.InputStride));
        WeightGradient.Run(shape, ref scratch.Origin, ref dy, ref gradient, rows);
    }

    private static bool IsFinite(LinearShape shape, ref float dy, int rows)
    {
        bool isFinite = true;
        for (int row = 0; row < rows; row++)
            isFinite &= FiniteCheck.IsFinite(ref Unsafe.Add(ref dy, (nint)row * shape.OutputStride), shape.Outputs);
        return isFinite;
    }

    private static ref SparseRow Row(ref float x, int row) => ref SparseRow.At(ref Unsafe.Add(ref x, (nint)row * SparseRow.Floats));
}
