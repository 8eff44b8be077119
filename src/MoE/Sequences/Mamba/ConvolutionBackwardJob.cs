using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>The way back through the convolution, a group of channels to a part: sequence after sequence, row after row.</summary>
/// <param name="mixer">The block.</param>
/// <param name="rows">The sequences.</param>
/// <param name="scanned">The gradient of u from the scan.</param>
/// <param name="projected">The gradient of u from x_proj; becomes that of the convolution's sums.</param>
/// <param name="dInner">Receives the gradient of the channels that in_proj wrote.</param>
/// <param name="gradients">The block's gradients.</param>
internal readonly unsafe struct ConvolutionBackwardJob(MambaMixer mixer, MambaRows rows, float* scanned, float* projected, float* dInner, float* gradients) : IParallelJob
{
    public void Run(int part, int worker)
    {
        int first = part * MambaMixer.PartChannels;
        if (Avx512F.IsSupported)
            Run<Lanes512>(first);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Run<Lanes256>(first);
        else
            Run<Lanes128>(first);
    }

    private void Run<TLanes>(int first)
        where TLanes : struct, ILanes<TLanes>
    {
        MambaShape shape = mixer.Shape;
        int count = mixer.EndOfPart(first) - first;
        new Span<float>(gradients + mixer.ConvolutionBias + first, count).Clear();
        for (int tap = 0; tap < shape.Taps; tap++)
            new Span<float>(gradients + mixer.Convolution + ((nint)tap * shape.PaddedInner) + first, count).Clear();
        for (int sequence = 0; sequence < rows.Sequences; sequence++)
            for (int channel = first; channel < first + count; channel += TLanes.Count)
            {
                nint row = (nint)sequence * rows.Length;
                ref float inner = ref *(rows.Inner + (row * InnerRow) + channel);
                ref float sums = ref *(projected + (row * mixer.InnerStride) + channel);
                FindSums<TLanes>(ref inner, ref *(scanned + (row * mixer.OutProjection.Shape.InputStride) + channel), ref sums, channel);
                for (int tap = 0; tap < shape.Taps; tap++)
                    FindWeight<TLanes>(ref inner, ref sums, ref *(gradients + mixer.Convolution + ((nint)tap * shape.PaddedInner) + channel), shape.Taps - 1 - tap, shape.Inner - channel);
                FindInputs<TLanes>(ref sums, ref *(dInner + (row * InnerRow) + channel), channel);
            }
    }

    private int InnerRow => mixer.InProjection.Shape.OutputStride;

    private ref float Weight(int tap, int channel) => ref *(rows.Parameters + mixer.Convolution + ((nint)tap * mixer.Shape.PaddedInner) + channel);

    // Of a channel's sums, which are made again, and of its bias.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FindSums<TLanes>(ref float inner, ref float fromScan, ref float sums, int channel)
        where TLanes : struct, ILanes<TLanes>
    {
        int taps = mixer.Shape.Taps;
        TLanes bias = TLanes.Load(ref *(rows.Parameters + mixer.ConvolutionBias), channel), dBias = TLanes.Load(ref *(gradients + mixer.ConvolutionBias), channel);
        for (nint step = 0; step < rows.Length; step++)
        {
            TLanes sum = bias;
            for (int tap = (int)Math.Max(0, taps - 1 - step); tap < taps; tap++)
                sum = TLanes.MultiplyAdd(TLanes.Load(ref Weight(tap, channel), 0), TLanes.Load(ref inner, (step - (taps - 1 - tap)) * InnerRow), sum);
            TLanes above = TLanes.Load(ref fromScan, step * mixer.OutProjection.Shape.InputStride) + TLanes.Load(ref sums, step * mixer.InnerStride);
            TLanes gradient = above * SiLUActivation.Derivative(sum, out _);
            Padding.Store(gradient, ref Unsafe.Add(ref sums, step * mixer.InnerStride), 0, mixer.Shape.Inner - channel);
            dBias += TLanes.Load(ref sums, step * mixer.InnerStride);
        }
        dBias.Store(ref *(gradients + mixer.ConvolutionBias), channel);
    }

    // Of the weight of what came some rows before.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FindWeight<TLanes>(ref float inner, ref float sums, ref float dWeight, int back, int width)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes total = TLanes.Load(ref dWeight, 0);
        for (nint step = back; step < rows.Length; step++)
            total = TLanes.MultiplyAdd(TLanes.Load(ref sums, step * mixer.InnerStride), TLanes.Load(ref inner, (step - back) * InnerRow), total);
        // What lies behind the channels is no zero.
        Padding.Store(total, ref dWeight, 0, width);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FindInputs<TLanes>(ref float sums, ref float target, int channel)
        where TLanes : struct, ILanes<TLanes>
    {
        int taps = mixer.Shape.Taps;
        for (nint step = 0; step < rows.Length; step++)
        {
            TLanes gradient = TLanes.Create(0);
            for (int tap = (int)Math.Max(0, taps - (rows.Length - step)); tap < taps; tap++)
                gradient = TLanes.MultiplyAdd(TLanes.Load(ref Weight(tap, channel), 0), TLanes.Load(ref sums, (step + (taps - 1 - tap)) * mixer.InnerStride), gradient);
            Padding.StoreWithin(gradient, ref Unsafe.Add(ref target, step * InnerRow), 0, mixer.Shape.Inner - channel);
        }
    }
}
