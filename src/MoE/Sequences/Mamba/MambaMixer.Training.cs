using System;
using System.Runtime.CompilerServices;

namespace MoE.Sequences;

/// <content>Training: the way back makes again what is not linear in the rows, the states of a chunk of rows at a time.</content>
public sealed unsafe partial class MambaMixer
{
    /// <inheritdoc/>
    public override int SavedFloats(int sequences, int length) => new MambaSaved(this, sequences, length).Floats;

    /// <inheritdoc/>
    public override int TrainingFloats(int sequences, int length, int threads) => new MambaBackwardAreas(this, sequences, length, threads).Floats;

    /// <inheritdoc/>
    public override void Forward(ref float parameters, ref float x, ref float y, int sequences, int length, ref float saved, ref float scratch, int threads)
    {
        float* origin = (float*)Unsafe.AsPointer(ref scratch);
        MambaBackwardAreas areas = new(this, sequences, length, threads);
        MambaSaved kept = new(this, sequences, length);
        float* history = ClearHistory(origin + areas.History);
        int together = Math.Max(1, (threads == 1 ? BlockRows : SharedBlockRows) / length);
        for (int first = 0; first < sequences; first += together)
        {
            // In ascending order: the rows that kernels touch behind a block are written after it.
            MambaRows rows = kept.Rows(
                (float*)Unsafe.AsPointer(ref parameters), (float*)Unsafe.AsPointer(ref saved), origin + areas.U, origin + areas.Delta, first, Math.Min(together, sequences - first));
            nint row = (nint)first * length;
            Project(rows, ref Unsafe.Add(ref x, row * InProjection.Shape.InputStride), history, threads);
            ParallelJob<ScanJob>.Run(new(this, rows, origin + areas.Decays, origin + areas.States, kept.States((float*)Unsafe.AsPointer(ref saved), first)), PartsOfChannels, threads);
            OutProjection.Forward(ref parameters, ref *rows.Gated, ref Unsafe.Add(ref y, row * OutProjection.Shape.OutputStride), rows.Count, threads);
        }
    }

    /// <inheritdoc/>
    public override void Backward(ref float parameters, ref float gradients, ref float x, ref float dy, ref float dx, int sequences, int length, ref float saved, ref float scratch, int threads)
    {
        float* origin = (float*)Unsafe.AsPointer(ref scratch);
        float* gradient = (float*)Unsafe.AsPointer(ref gradients);
        MambaBackwardAreas areas = new(this, sequences, length, threads);
        MambaSaved kept = new(this, sequences, length);
        MambaRows rows = kept.Rows((float*)Unsafe.AsPointer(ref parameters), (float*)Unsafe.AsPointer(ref saved), origin + areas.U, origin + areas.Delta, 0, sequences);
        float* turned = origin + areas.Turned;

        OutProjection.Backward(ref parameters, ref gradients, ref *rows.Gated, ref dy, ref *(origin + areas.DGated), rows.Count, ref *turned, threads);
        ParallelJob<ConvolutionJob>.Run(new(this, rows, ClearHistory(origin + areas.History)), PartsOfChannels, threads);
        TimeStep.Forward(ref parameters, ref *rows.Selection, ref *rows.Delta, rows.Count, threads);
        ParallelJob<ScanBackwardJob>.Run(new(this, rows, areas, origin, kept.States((float*)Unsafe.AsPointer(ref saved), 0), gradient), PartsOfChannels, threads);

        TimeStep.Backward(ref parameters, ref gradients, ref *rows.Selection, ref *rows.Delta, ref *(origin + areas.DSelection), rows.Count, ref *turned, threads);
        ParallelJob<SelectionGradientJob>.Run(new(this, origin + areas.Partials, areas.PartialStride, PartsOfChannels, origin + areas.DSelection, rows.Count), SelectionGradientJob.CountOf(this), threads);
        XProjection.Backward(ref parameters, ref gradients, ref *rows.U, ref *(origin + areas.DSelection), ref *(origin + areas.DU), rows.Count, ref *turned, threads);
        ParallelJob<ConvolutionBackwardJob>.Run(new(this, rows, origin + areas.DGated, origin + areas.DU, origin + areas.DInner, gradient), PartsOfChannels, threads);
        ClearPadding(origin + areas.DInner, rows.Count);
        InProjection.Backward(ref parameters, ref gradients, ref x, ref *(origin + areas.DInner), ref dx, rows.Count, ref *turned, threads);
    }

    // Before every sequence's first row there are zeros.
    private float* ClearHistory(float* history)
    {
        new Span<float>(history, Shape.Taps * Shape.PaddedInner).Clear();
        return history;
    }

    private void ClearPadding(float* inner, int rows)
    {
        int stride = InProjection.Shape.OutputStride, width = 2 * Shape.Inner;
        for (int row = 0; row < rows; row++)
            new Span<float>(inner + ((nint)row * stride) + width, stride - width).Clear();
    }
}
