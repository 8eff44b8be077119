using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using MoE.Experts.Sparse;
using MoE.Numerics;

namespace MoE.Layers;

/// <summary>One sparse row through a layer in panels: the entries of each chain in a sum of their own, the sums joined from left to right.</summary>
internal static class SparsePanels
{
    public static void Run(LinearShape shape, in SparseRow row, ref float w, ref float y)
    {
        if (Avx512F.IsSupported && shape.PanelWidth == 32)
            Run<Lanes512, DoubleWidth>(shape, row, ref w, ref y);
        else if (Avx512F.IsSupported)
            Run<Lanes512, SingleWidth>(shape, row, ref w, ref y);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Run<Lanes256, DoubleWidth>(shape, row, ref w, ref y);
        else
            Run<Lanes128, DoubleWidth>(shape, row, ref w, ref y);
    }

    private static void Run<TLanes, TWidth>(LinearShape shape, in SparseRow row, ref float w, ref float y)
        where TLanes : struct, ILanes<TLanes>
        where TWidth : struct, IWidth
    {
        int columns = TWidth.IsDouble ? 2 * TLanes.Count : TLanes.Count;
        for (int panel = 0; panel < shape.Panels; panel++)
        {
            int first = panel * shape.PanelWidth;
            ref float weights = ref Unsafe.Add(ref w, shape.PaddedOutputs + ((nint)panel * shape.PanelFloats));
            for (int within = 0; within < shape.PanelWidth; within += columns)
                Strip<TLanes, TWidth>(shape, row, ref Unsafe.Add(ref weights, within), ref Unsafe.Add(ref w, first + within), ref Unsafe.Add(ref y, first + within));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Strip<TLanes, TWidth>(LinearShape shape, in SparseRow row, ref float weights, ref float bias, ref float y)
        where TLanes : struct, ILanes<TLanes>
        where TWidth : struct, IWidth
    {
        int* indices = row.FirstIndex;
        float* values = row.FirstValue;
        int* end = indices + row.Count;
        int chainLength = shape.ChainLength, chains = 0;
        nint panelWidth = shape.PanelWidth;
        TLanes zero = TLanes.Create(0);
        TLanes a = TLanes.Load(ref bias, 0), b = TWidth.IsDouble ? TLanes.Load(ref bias, TLanes.Count) : a;
        while (indices < end)
        {
            int chainEnd = (int)((((uint)*indices / (uint)chainLength) + 1) * (uint)chainLength);
            chains++;
            TLanes c = zero, d = zero;
            do
            {
                TLanes value = TLanes.Create(*values);
                ref float column = ref Unsafe.Add(ref weights, *indices * panelWidth);
                c = TLanes.MultiplyAdd(value, TLanes.Load(ref column, 0), c);
                if (TWidth.IsDouble) d = TLanes.MultiplyAdd(value, TLanes.Load(ref column, TLanes.Count), d);
                indices++;
                values++;
            }
            while (indices < end && *indices < chainEnd);
            a += c;
            if (TWidth.IsDouble) b += d;
        }

        // A chain without entries is a zero, and any number of them, wherever they stand, do what one at the end does.
        if (chains < shape.Chains)
        {
            a += zero;
            b += zero;
        }
        TLanes floor = TLanes.Create(shape.HasReLU ? 0 : float.NegativeInfinity);
        TLanes.Max(floor, a).Store(ref y, 0);
        if (TWidth.IsDouble) TLanes.Max(floor, b).Store(ref y, TLanes.Count);
    }
}
