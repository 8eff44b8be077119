using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>u = silu(the causal convolution of each channel); a part is a group of channels.</summary>
/// <param name="mixer">The block.</param>
/// <param name="rows">The sequences.</param>
/// <param name="history">[taps x padded channels]: what every sequence's first row follows, oldest first.</param>
internal readonly unsafe struct ConvolutionJob(MambaMixer mixer, MambaRows rows, float* history) : IParallelJob
{
    public void Run(int part, int worker)
    {
        float** taps = stackalloc float*[mixer.Shape.Taps];
        int first = part * MambaMixer.PartChannels;
        for (int row = 0; row < rows.Count; row++)
        {
            SetTaps(taps, row);
            ref float target = ref *(rows.U + ((nint)row * mixer.InnerStride));
            if (Avx512F.IsSupported)
                Convolve<Lanes512>(taps, ref target, first);
            else if (Avx2.IsSupported && Fma.IsSupported)
                Convolve<Lanes256>(taps, ref target, first);
            else
                Convolve<Lanes128>(taps, ref target, first);
        }
    }

    // Oldest first, the row itself last.
    private void SetTaps(float** taps, int row)
    {
        int count = mixer.Shape.Taps, step = row % rows.Length;
        for (int tap = 0; tap < count; tap++)
        {
            int back = count - 1 - tap;
            taps[tap] = back <= step
                ? rows.Inner + ((nint)(row - back) * mixer.InProjection.Shape.OutputStride)
                : history + ((nint)(count + step - back) * mixer.Shape.PaddedInner);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Convolve<TLanes>(float** taps, ref float target, int first)
        where TLanes : struct, ILanes<TLanes>
    {
        MambaShape shape = mixer.Shape;
        ref float weights = ref *(rows.Parameters + mixer.Convolution);
        ref float bias = ref *(rows.Parameters + mixer.ConvolutionBias);
        for (int channel = first; channel < mixer.EndOfPart(first); channel += TLanes.Count)
        {
            TLanes sum = TLanes.Load(ref bias, channel);
            for (int tap = 0; tap < shape.Taps; tap++)
                sum = TLanes.MultiplyAdd(TLanes.Load(ref weights, ((nint)tap * shape.PaddedInner) + channel), TLanes.Load(ref *taps[tap], channel), sum);
            Padding.Store(SiLUActivation.Forward(sum), ref target, channel, shape.Inner);
        }
    }
}
