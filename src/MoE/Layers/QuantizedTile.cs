using System.Runtime.CompilerServices;
using MoE.Numerics;

namespace MoE.Layers;

/// <summary>One row or four, by two vectors of outputs (one, where it holds a whole panel), whose sums stay in registers along a block.</summary>
internal static class QuantizedTile<TBytes, TLanes, TCodes>
    where TBytes : struct, IByteLanes<TBytes, TLanes>
    where TLanes : struct, ILanes<TLanes>
    where TCodes : struct, ICodes
{
    private const int Line = 64;

    // Far enough for memory to answer, near enough to be there still.
    private const int Ahead = 8192;

    private static bool IsDouble
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TBytes.Count < QuantizedPanel.Width;
    }

    private static int BlockBytes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TCodes.AreHalves ? QuantizedPanel.Int4CodeBytes + (QuantizedPanel.Width * sizeof(uint)) : QuantizedPanel.Int8CodeBytes;
    }

    private static int ScaleBytes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TCodes.AreHalves ? BlockBytes : QuantizedPanel.Width * sizeof(ushort);
    }

    // Ints of four codes.
    private static int Ints
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TBytes.TakesWords ? 2 : 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Row(ref float row, ref float bias, ref float y, in QuantizedStep step)
    {
        ref byte codes = ref step.Codes;
        ref byte scales = ref step.Scales;
        ref int x = ref Unsafe.As<float, int>(ref row);
        ref float xScales = ref Unsafe.Add(ref row, step.Blocks * step.CodeFloats);
        nint sumAt = step.Blocks;
        TLanes f0 = TLanes.Create(0), f1 = f0;
        for (int block = step.Blocks; block > 0; block--)
        {
            int sum = Unsafe.As<float, int>(ref Unsafe.Add(ref xScales, sumAt));
            TBytes s0 = TBytes.Create(TCodes.AreHalves ? 0 : -QuantizedPanel.Bias * sum), s1 = s0;
            for (int line = 0; line < (TCodes.AreHalves ? 4 : 8); line += TCodes.AreHalves ? 1 : 2)
            {
                TBytes c0 = TBytes.Broadcast(ref x, 0), d0 = TBytes.TakesWords ? TBytes.Broadcast(ref x, 1) : c0;
                TBytes c1 = TBytes.Broadcast(ref x, Ints), d1 = TBytes.TakesWords ? TBytes.Broadcast(ref x, 3) : c1;
                TBytes low = TBytes.Load(ref codes, 0), high = TCodes.AreHalves ? TBytes.Upper(low) : TBytes.Load(ref codes, Line);
                s0 = TBytes.AddProducts(s0, TCodes.AreHalves ? TBytes.Lower(low) : low, c0, d0);
                s0 = TBytes.AddProducts(s0, high, c1, d1);
                if (IsDouble)
                {
                    low = TBytes.Load(ref codes, 4 * TBytes.Count);
                    high = TCodes.AreHalves ? TBytes.Upper(low) : TBytes.Load(ref codes, Line + (4 * TBytes.Count));
                    s1 = TBytes.AddProducts(s1, TCodes.AreHalves ? TBytes.Lower(low) : low, c0, d0);
                    s1 = TBytes.AddProducts(s1, high, c1, d1);
                }
                Prefetch.Line(ref Unsafe.As<byte, float>(ref codes), Ahead);
                if (!TCodes.AreHalves) Prefetch.Line(ref Unsafe.As<byte, float>(ref codes), Ahead + Line);
                codes = ref Unsafe.Add(ref codes, TCodes.AreHalves ? Line : 2 * Line);
                x = ref Unsafe.Add(ref x, 2 * Ints);
            }

            TLanes xScale = TLanes.Create(xScales);
            f0 = TLanes.MultiplyAdd(Sum(s0, ref scales, 0, sum), Scale(ref scales, 0) * xScale, f0);
            if (IsDouble) f1 = TLanes.MultiplyAdd(Sum(s1, ref scales, TBytes.Count, sum), Scale(ref scales, TBytes.Count) * xScale, f1);
            xScales = ref Unsafe.Add(ref xScales, 1);
            scales = ref Unsafe.Add(ref scales, ScaleBytes);
            if (TCodes.AreHalves) codes = ref Unsafe.Add(ref codes, QuantizedPanel.Width * sizeof(uint));
        }

        TLanes floor = TLanes.Create(step.Floor);
        TLanes.Max(floor, TLanes.Load(ref bias, 0) + f0).Store(ref y, 0);
        if (IsDouble) TLanes.Max(floor, TLanes.Load(ref bias, TLanes.Count) + f1).Store(ref y, TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void FourRows(ref float rows, ref float bias, ref float y, in QuantizedStep step)
    {
        nint one = step.RowFloats, two = 2 * one, three = 3 * one;
        ref float xScales = ref Unsafe.Add(ref rows, step.Blocks * step.CodeFloats);
        for (int block = 0; block < step.Blocks; block++)
        {
            ref byte codes = ref Unsafe.Add(ref step.Codes, (nint)block * BlockBytes);
            ref int x = ref Unsafe.As<float, int>(ref Unsafe.Add(ref rows, (nint)block * step.CodeFloats));
            TBytes zero = TBytes.Create(0);
            TBytes a0 = zero, a1 = zero, a2 = zero, a3 = zero, b0 = zero, b1 = zero, b2 = zero, b3 = zero;
            for (int line = 0; line < (TCodes.AreHalves ? 4 : 8); line++)
            {
                TBytes first = TBytes.Load(ref codes, 0), second = IsDouble ? TBytes.Load(ref codes, 4 * TBytes.Count) : first;
                TBytes u = TCodes.AreHalves ? TBytes.Lower(first) : first, v = TCodes.AreHalves && IsDouble ? TBytes.Lower(second) : second;
                TBytes c = TBytes.Broadcast(ref x, 0), d = TBytes.TakesWords ? TBytes.Broadcast(ref x, 1) : c;
                a0 = TBytes.AddProducts(a0, u, c, d);
                if (IsDouble) b0 = TBytes.AddProducts(b0, v, c, d);
                c = TBytes.Broadcast(ref x, one);
                d = TBytes.TakesWords ? TBytes.Broadcast(ref x, one + 1) : c;
                a1 = TBytes.AddProducts(a1, u, c, d);
                if (IsDouble) b1 = TBytes.AddProducts(b1, v, c, d);
                c = TBytes.Broadcast(ref x, two);
                d = TBytes.TakesWords ? TBytes.Broadcast(ref x, two + 1) : c;
                a2 = TBytes.AddProducts(a2, u, c, d);
                if (IsDouble) b2 = TBytes.AddProducts(b2, v, c, d);
                c = TBytes.Broadcast(ref x, three);
                d = TBytes.TakesWords ? TBytes.Broadcast(ref x, three + 1) : c;
                a3 = TBytes.AddProducts(a3, u, c, d);
                if (IsDouble) b3 = TBytes.AddProducts(b3, v, c, d);
                x = ref Unsafe.Add(ref x, Ints);
                if (TCodes.AreHalves)
                {
                    u = TBytes.Upper(first);
                    if (IsDouble) v = TBytes.Upper(second);
                    c = TBytes.Broadcast(ref x, 0);
                    d = TBytes.TakesWords ? TBytes.Broadcast(ref x, 1) : c;
                    a0 = TBytes.AddProducts(a0, u, c, d);
                    if (IsDouble) b0 = TBytes.AddProducts(b0, v, c, d);
                    c = TBytes.Broadcast(ref x, one);
                    d = TBytes.TakesWords ? TBytes.Broadcast(ref x, one + 1) : c;
                    a1 = TBytes.AddProducts(a1, u, c, d);
                    if (IsDouble) b1 = TBytes.AddProducts(b1, v, c, d);
                    c = TBytes.Broadcast(ref x, two);
                    d = TBytes.TakesWords ? TBytes.Broadcast(ref x, two + 1) : c;
                    a2 = TBytes.AddProducts(a2, u, c, d);
                    if (IsDouble) b2 = TBytes.AddProducts(b2, v, c, d);
                    c = TBytes.Broadcast(ref x, three);
                    d = TBytes.TakesWords ? TBytes.Broadcast(ref x, three + 1) : c;
                    a3 = TBytes.AddProducts(a3, u, c, d);
                    if (IsDouble) b3 = TBytes.AddProducts(b3, v, c, d);
                    x = ref Unsafe.Add(ref x, Ints);
                }
                codes = ref Unsafe.Add(ref codes, Line);
            }

            ref byte scales = ref Unsafe.Add(ref step.Scales, (nint)block * ScaleBytes);
            ref float xScale = ref Unsafe.Add(ref xScales, block);
            Add(a0, b0, ref scales, ref xScale, ref y, step, block);
            Add(a1, b1, ref scales, ref Unsafe.Add(ref xScale, one), ref Unsafe.Add(ref y, step.OutputStride), step, block);
            Add(a2, b2, ref scales, ref Unsafe.Add(ref xScale, two), ref Unsafe.Add(ref y, 2 * (nint)step.OutputStride), step, block);
            Add(a3, b3, ref scales, ref Unsafe.Add(ref xScale, three), ref Unsafe.Add(ref y, 3 * (nint)step.OutputStride), step, block);
        }

        TLanes floor = TLanes.Create(step.Floor);
        for (int row = 0; row < 4; row++)
        {
            ref float target = ref Unsafe.Add(ref y, (nint)row * step.OutputStride);
            TLanes.Max(floor, TLanes.Load(ref bias, 0) + TLanes.Load(ref target, 0)).Store(ref target, 0);
            if (IsDouble) TLanes.Max(floor, TLanes.Load(ref bias, TLanes.Count) + TLanes.Load(ref target, TLanes.Count)).Store(ref target, TLanes.Count);
        }
    }

    // A block's sums of a row to those before it, which wait in y.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(TBytes a, TBytes b, ref byte scales, ref float xScale, ref float y, in QuantizedStep step, int block)
    {
        int sum = Unsafe.As<float, int>(ref Unsafe.Add(ref xScale, step.Blocks));
        TLanes factor = TLanes.Create(xScale), zero = TLanes.Create(0);
        TLanes.MultiplyAdd(Sum(a, ref scales, 0, sum, fromZero: true), Scale(ref scales, 0) * factor, block == 0 ? zero : TLanes.Load(ref y, 0)).Store(ref y, 0);
        if (IsDouble)
            TLanes.MultiplyAdd(Sum(b, ref scales, TBytes.Count, sum, fromZero: true), Scale(ref scales, TBytes.Count) * factor, block == 0 ? zero : TLanes.Load(ref y, TLanes.Count)).Store(ref y, TLanes.Count);
    }

    // The sum of products with weights' codes: bytes are 128 more, halves as much more as their zero points say.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Sum(TBytes sums, ref byte scales, int output, int sum, bool fromZero = false)
    {
        if (TCodes.AreHalves)
            return TBytes.AddWordProducts(sums, TBytes.Load(ref scales, output * sizeof(uint)), -sum).ToSingle();
        return (fromZero ? TBytes.Add(sums, -QuantizedPanel.Bias * sum) : sums).ToSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Scale(ref byte scales, int output) => TCodes.AreHalves
        ? TBytes.UpperHalves(TBytes.Load(ref scales, output * sizeof(uint)))
        : TBytes.Halves(ref scales, output * sizeof(ushort));
}
