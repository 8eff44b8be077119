using System.Runtime.CompilerServices;
using MoE.Numerics;

namespace MoE.Layers;

/// <summary>Four rows on any instruction set: with 16 registers, eight hold sums.</summary>
internal readonly struct LaneTile<TLanes, TWidth> : ITile
    where TLanes : struct, ILanes<TLanes>
    where TWidth : struct, IWidth
{
    public static int Rows => 4;

    public static int Columns => TWidth.IsDouble ? 2 * TLanes.Count : TLanes.Count;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(ref float x, ref float w, ref float start, ref float y, in TileStep step)
    {
        nint one = step.InputStride, two = 2 * one, three = 3 * one;
        int panelWidth = step.PanelWidth;
        nint ahead = step.Ahead, furtherAhead = ahead + 64;
        TLanes zero = TLanes.Create(0);
        TLanes a0 = zero, a1 = zero, a2 = zero, a3 = zero, b0 = zero, b1 = zero, b2 = zero, b3 = zero;
        for (int input = step.Length; input > 0; input--)
        {
            TLanes w0 = TLanes.Load(ref w, 0);
            TLanes w1 = TWidth.IsDouble ? TLanes.Load(ref w, TLanes.Count) : w0;
            Prefetch.Line(ref w, ahead);
            if (TWidth.IsDouble && TLanes.Count == 16) Prefetch.Line(ref w, furtherAhead);

            TLanes value = TLanes.Create(x);
            a0 = TLanes.MultiplyAdd(value, w0, a0);
            if (TWidth.IsDouble) b0 = TLanes.MultiplyAdd(value, w1, b0);
            value = TLanes.Create(Unsafe.AddByteOffset(ref x, one));
            a1 = TLanes.MultiplyAdd(value, w0, a1);
            if (TWidth.IsDouble) b1 = TLanes.MultiplyAdd(value, w1, b1);
            value = TLanes.Create(Unsafe.AddByteOffset(ref x, two));
            a2 = TLanes.MultiplyAdd(value, w0, a2);
            if (TWidth.IsDouble) b2 = TLanes.MultiplyAdd(value, w1, b2);
            value = TLanes.Create(Unsafe.AddByteOffset(ref x, three));
            a3 = TLanes.MultiplyAdd(value, w0, a3);
            if (TWidth.IsDouble) b3 = TLanes.MultiplyAdd(value, w1, b3);

            x = ref Unsafe.Add(ref x, 1);
            w = ref Unsafe.Add(ref w, panelWidth);
        }

        TLanes floor = TLanes.Create(step.Floor);
        End(a0, b0, ref start, ref y, floor);
        start = ref Unsafe.AddByteOffset(ref start, step.StartStride);
        y = ref Unsafe.AddByteOffset(ref y, step.OutputStride);
        End(a1, b1, ref start, ref y, floor);
        start = ref Unsafe.AddByteOffset(ref start, step.StartStride);
        y = ref Unsafe.AddByteOffset(ref y, step.OutputStride);
        End(a2, b2, ref start, ref y, floor);
        start = ref Unsafe.AddByteOffset(ref start, step.StartStride);
        y = ref Unsafe.AddByteOffset(ref y, step.OutputStride);
        End(a3, b3, ref start, ref y, floor);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void End(TLanes a, TLanes b, ref float start, ref float y, TLanes floor)
    {
        TLanes.Max(floor, TLanes.Load(ref start, 0) + a).Store(ref y, 0);
        if (TWidth.IsDouble)
            TLanes.Max(floor, TLanes.Load(ref start, TLanes.Count) + b).Store(ref y, TLanes.Count);
    }
}
