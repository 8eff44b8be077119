using System;
using System.Runtime.CompilerServices;
using MoE.Experts;
using MoE.Numerics;

namespace MoE.Sequences;

/// <content>Training: the way back makes the weights of a tile of queries again.</content>
public sealed unsafe partial class AttentionMixer
{
    /// <inheritdoc/>
    public override int SavedFloats(int sequences, int length)
    {
        ScratchAreas areas = default;
        PlaceSaved(ref areas, sequences, length, null);
        return areas.Floats;
    }

    /// <inheritdoc/>
    public override int TrainingFloats(int sequences, int length, int threads) => new AttentionBackwardAreas(this, sequences, length, threads).Floats;

    /// <inheritdoc/>
    public override void Forward(ref float parameters, ref float x, ref float y, int sequences, int length, ref float saved, ref float scratch, int threads)
    {
        ScratchAreas places = default;
        AttentionRows rows = PlaceSaved(ref places, sequences, length, (float*)Unsafe.AsPointer(ref saved));
        AttentionBackwardAreas areas = new(this, sequences, length, threads);
        Project(ref parameters, ref x, rows, threads);
        ParallelJob<AttentionJob>.Run(
            new(this, rows, null, BlocksOf(length), (float*)Unsafe.AsPointer(ref scratch) + areas.Workers, areas.Worker), sequences * Shape.KeyValueHeads, threads);
        Output.Forward(ref parameters, ref *rows.Mixed, ref y, rows.Count, threads);
    }

    /// <inheritdoc/>
    public override void Backward(ref float parameters, ref float gradients, ref float x, ref float dy, ref float dx, int sequences, int length, ref float saved, ref float scratch, int threads)
    {
        ScratchAreas places = default;
        AttentionRows rows = PlaceSaved(ref places, sequences, length, (float*)Unsafe.AsPointer(ref saved));
        AttentionBackwardAreas areas = new(this, sequences, length, threads);
        float* origin = (float*)Unsafe.AsPointer(ref scratch);
        ref float turned = ref *(origin + areas.Turned);

        Output.Backward(ref parameters, ref gradients, ref *rows.Mixed, ref dy, ref *(origin + areas.DMixed), rows.Count, ref turned, threads);
        ParallelJob<AttentionBackwardJob>.Run(new(this, rows, origin, areas), sequences * Shape.KeyValueHeads, threads);
        ClearPadding(origin + areas.DQueries, rows.Count, Query.Shape.Outputs, Query.Shape.OutputStride);
        ClearPadding(origin + areas.DKeys, rows.Count, Key.Shape.Outputs, Key.Shape.OutputStride);
        ClearPadding(origin + areas.DValues, rows.Count, Value.Shape.Outputs, Value.Shape.OutputStride);

        float* aside = origin + areas.DInputs;
        int floats = rows.Count * Query.Shape.InputStride;
        Query.Backward(ref parameters, ref gradients, ref x, ref *(origin + areas.DQueries), ref dx, rows.Count, ref turned, threads);
        Key.Backward(ref parameters, ref gradients, ref x, ref *(origin + areas.DKeys), ref *aside, rows.Count, ref turned, threads);
        RowPasses.Add((float*)Unsafe.AsPointer(ref dx), aside, floats);
        Value.Backward(ref parameters, ref gradients, ref x, ref *(origin + areas.DValues), ref *aside, rows.Count, ref turned, threads);
        RowPasses.Add((float*)Unsafe.AsPointer(ref dx), aside, floats);
    }

    private AttentionRows PlaceSaved(ref ScratchAreas areas, int sequences, int length, float* origin)
    {
        AttentionRows all = Place(ref areas, checked(sequences * length), origin);
        return all.At(0, sequences, length);
    }
}
