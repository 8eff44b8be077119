using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>
/// The Mamba block (Gu and Dao, "Mamba: Linear-Time Sequence Modeling with Selective State Spaces", 2023) as state-spaces/mamba:
/// [u; g] = in_proj(x); u = silu(causal depthwise convolution of u); (r, B, C) = x_proj(u); delta = softplus(dt_proj(r));
/// h = exp(delta A) h + (delta u) B with A = -exp(A_log); y = out_proj((h C + D u) silu(g)).
/// </summary>
/// <remarks>
/// It remembers the last K inputs of the convolution, oldest first and the present one included, [K x padded channels], and h,
/// [N x padded channels].
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe partial class MambaMixer : SequenceMixer
{
    /// <summary>Channels of a part of parallel work: whole vectors of any width.</summary>
    internal const int PartChannels = 32;

    // What one block of rows makes should stay in the second-level cache; with several threads it must be enough for all.
    private const int BlockRows = 128;
    private const int SharedBlockRows = 512;

    private const int FewRows = 16;

    /// <summary>A block over parameters that begin at multiples of 16 floats, counted from the block's first.</summary>
    /// <param name="shape">Its sizes.</param>
    /// <param name="inProjection">width -> 2 M: the channels, then their gates.</param>
    /// <param name="convolution">The convolution's weights, [K x padded channels].</param>
    /// <param name="convolutionBias">Its bias.</param>
    /// <param name="xProjection">M -> R + 2 N.</param>
    /// <param name="timeStep">R -> M; reads the first columns of what <paramref name="xProjection"/> wrote.</param>
    /// <param name="stateLogarithms">A_log, [N x padded channels].</param>
    /// <param name="skip">D.</param>
    /// <param name="outProjection">M -> width.</param>
    public MambaMixer(
        MambaShape shape, SequenceLinear inProjection, int convolution, int convolutionBias, SequenceLinear xProjection, SequenceLinear timeStep, int stateLogarithms, int skip, SequenceLinear outProjection)
    {
        (Shape, Convolution, ConvolutionBias, StateLogarithms, Skip) = (shape, convolution, convolutionBias, stateLogarithms, skip);
        (InProjection, XProjection, TimeStep, OutProjection) = (inProjection, xProjection, timeStep, outProjection);
        // No more states are kept than there are rows, and sums over rows take four at a time.
        ChunkRows = Math.Max(32, (shape.States + 3) & ~3);
    }

    internal MambaShape Shape { get; }

    internal SequenceLinear InProjection { get; }

    internal int Convolution { get; }

    internal int ConvolutionBias { get; }

    internal SequenceLinear XProjection { get; }

    internal SequenceLinear TimeStep { get; }

    internal int StateLogarithms { get; }

    internal int Skip { get; }

    internal SequenceLinear OutProjection { get; }

    /// <summary>Floats from one row of channels to the next.</summary>
    internal int InnerStride => XProjection.Shape.InputStride;

    /// <summary>Rows between two kept states.</summary>
    internal int ChunkRows { get; }

    /// <summary>Floats of h.</summary>
    internal int StatesFloats => checked(Shape.States * Shape.PaddedInner);

    /// <summary>Floats for the weights of any of its layers, turned.</summary>
    internal int TurnedFloats => Math.Max(Math.Max(InProjection.BackwardFloats, XProjection.BackwardFloats), Math.Max(TimeStep.BackwardFloats, OutProjection.BackwardFloats));

    internal int PartsOfChannels => (Shape.PaddedInner + PartChannels - 1) / PartChannels;

    /// <inheritdoc/>
    public override int StateFloats(int capacity) => checked((Shape.Taps * Shape.PaddedInner) + StatesFloats);

    /// <inheritdoc/>
    public override int AdvanceFloats(int rows) => new MambaAreas(this, Math.Min(rows, SharedBlockRows)).Floats;

    /// <inheritdoc/>
    public override void Advance(ref float parameters, ref float state, int capacity, int position, ref float x, ref float y, int rows, ref float scratch, int threads)
    {
        float* origin = (float*)Unsafe.AsPointer(ref scratch);
        float* history = (float*)Unsafe.AsPointer(ref state);
        MambaAreas areas = new(this, Math.Min(rows, SharedBlockRows));
        int block = threads == 1 ? BlockRows : SharedBlockRows;
        for (int first = 0; first < rows; first += block)
        {
            int count = Math.Min(block, rows - first);
            MambaRows part = areas.Rows((float*)Unsafe.AsPointer(ref parameters), origin, 1, count);
            int workers = count < FewRows ? 1 : threads;
            Project(part, ref Unsafe.Add(ref x, (nint)first * InProjection.Shape.InputStride), history, workers);
            Remember(part.Inner, count, history);
            ParallelJob<ScanJob>.Run(new(this, part, origin + areas.Decays, history + (Shape.Taps * Shape.PaddedInner), null), PartsOfChannels, workers);
            OutProjection.Forward(ref parameters, ref *part.Gated, ref Unsafe.Add(ref y, (nint)first * OutProjection.Shape.OutputStride), count, workers);
        }
    }

    internal int EndOfPart(int first) => Math.Min(first + PartChannels, Shape.PaddedInner);

    /// <summary>A = -exp(A_log) of some channels.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void MakeDecays<TLanes>(float* parameters, float* decays, int first, int end)
        where TLanes : struct, ILanes<TLanes>
    {
        ref float logarithms = ref *(parameters + StateLogarithms);
        for (int state = 0; state < Shape.States; state++)
            for (int channel = first; channel < end; channel += TLanes.Count)
            {
                nint at = ((nint)state * Shape.PaddedInner) + channel;
                (-VectorMath.Exp(TLanes.Load(ref logarithms, at))).Store(ref *decays, at);
            }
    }

    /// <summary>Zeros in h of some channels.</summary>
    internal void ClearStates(float* states, int first, int end)
    {
        for (int state = 0; state < Shape.States; state++)
            new Span<float>(states + ((nint)state * Shape.PaddedInner) + first, end - first).Clear();
    }

    /// <summary>h of some channels elsewhere.</summary>
    internal void CopyStates(float* states, float* target, int first, int end)
    {
        for (int state = 0; state < Shape.States; state++)
        {
            nint at = ((nint)state * Shape.PaddedInner) + first;
            new ReadOnlySpan<float>(states + at, end - first).CopyTo(new Span<float>(target + at, end - first));
        }
    }

    /// <summary>Everything before the scan.</summary>
    private void Project(in MambaRows rows, ref float x, float* history, int threads)
    {
        ref float parameters = ref *rows.Parameters;
        InProjection.Forward(ref parameters, ref x, ref *rows.Inner, rows.Count, threads);
        ParallelJob<ConvolutionJob>.Run(new(this, rows, history), PartsOfChannels, threads);
        XProjection.Forward(ref parameters, ref *rows.U, ref *rows.Selection, rows.Count, threads);
        TimeStep.Forward(ref parameters, ref *rows.Selection, ref *rows.Delta, rows.Count, threads);
    }

    // The last inputs of the convolution; the older ones move up.
    private void Remember(float* inner, int rows, float* history)
    {
        int taps = Shape.Taps, kept = Math.Max(0, taps - rows), stride = Shape.PaddedInner;
        new ReadOnlySpan<float>(history + ((nint)(taps - kept) * stride), kept * stride).CopyTo(new Span<float>(history, kept * stride));
        for (int tap = kept; tap < taps; tap++)
            new ReadOnlySpan<float>(inner + ((nint)(rows - taps + tap) * InProjection.Shape.OutputStride), Shape.Inner).CopyTo(new Span<float>(history + ((nint)tap * stride), Shape.Inner));
    }
}
