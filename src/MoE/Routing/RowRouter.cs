using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts;
using MoE.Experts.Sparse;
using MoE.Numerics;

namespace MoE.Routing;

/// <summary>Takes many rows to the router: a few at a time, so that they stay in the cache.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowRouter
{
    private const int ChunkRows = 48;

    /// <summary>Floats of working memory for routing up to <paramref name="rows"/> rows.</summary>
    public static int ScratchFloats(MixtureShape shape, int rows) =>
        checked(Chunk(shape, rows) * (shape.InputStride + shape.LogitStride + 1));

    /// <summary>
    /// Chooses and weighs the experts of each row. A row with NaN or infinity gets experts 0..k-1 with NaN weights.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="inputs">[rows x Inputs].</param>
    /// <param name="experts">Receives [rows x TopK] indices, best first; -1, with weight 0, for a dropped assignment.</param>
    /// <param name="weights">Receives [rows x TopK] weights.</param>
    /// <exception cref="ArgumentException">A span has the wrong length; nothing is written.</exception>
    public static void Route(IMixtureKernels model, ReadOnlySpan<float> inputs, Span<int> experts, Span<float> weights)
    {
        MixtureShape shape = model.Shape;
        int rows = RowSpans.Count(inputs, shape.Inputs);
        RowSpans.Demand(experts.Length, rows, shape.TopK, nameof(experts));
        RowSpans.Demand(weights.Length, rows, shape.TopK, nameof(weights));
        if (rows == 0)
            return;
        using Scratch scratch = Scratch.Rent(ScratchFloats(shape, rows));
        Route(model, ref MemoryMarshal.GetReference(inputs), rows, ref MemoryMarshal.GetReference(experts), ref MemoryMarshal.GetReference(weights), ref scratch.Origin);
        for (int assignment = 0; shape.RowsSeeEachOther && assignment < experts.Length; assignment++)
        {
            if (experts[assignment] == RowGroups.Dropped)
                weights[assignment] = 0;
        }
    }

    /// <summary>The same, but that dropped assignments keep their weights.</summary>
    internal static void Route(IMixtureKernels model, ref float inputs, int rows, ref int experts, ref float weights, ref float scratch)
    {
        MixtureShape shape = model.Shape;
        int chunkRows = Chunk(shape, rows);
        ref float padded = ref scratch;
        ref float scores = ref Unsafe.Add(ref padded, (nint)chunkRows * shape.InputStride);
        Span<bool> isFinite = MemoryMarshal.CreateSpan(ref Unsafe.As<float, bool>(ref Unsafe.Add(ref scores, (nint)chunkRows * shape.LogitStride)), chunkRows);
        for (int first = 0; first < rows; first += chunkRows)
        {
            int count = Math.Min(chunkRows, rows - first);
            for (int row = 0; row < count; row++)
                isFinite[row] = CopyPadded(ref Unsafe.Add(ref inputs, (nint)(first + row) * shape.Inputs), ref Unsafe.Add(ref padded, (nint)row * shape.InputStride), shape);
            ref int chosen = ref Unsafe.Add(ref experts, (nint)first * shape.TopK);
            ref float shares = ref Unsafe.Add(ref weights, (nint)first * shape.TopK);
            model.Router.Route(new RoutedRows(model, count, ref padded, ref scores, isFinite[..count], ref chosen, ref shares));
            if (shape.Capacity is { Always: true } rule)
                Limit(rule, shape, MemoryMarshal.CreateSpan(ref chosen, count * shape.TopK), isFinite[..count], ref scores);
            for (int row = 0; row < count; row++)
            {
                if (!isFinite[row])
                    MarkNotFinite(ref Unsafe.Add(ref chosen, (nint)row * shape.TopK), ref Unsafe.Add(ref shares, (nint)row * shape.TopK), shape.TopK);
            }
        }
    }

    // Rows that are not finite take no room.
    private static void Limit(CapacityRule rule, MixtureShape shape, Span<int> experts, ReadOnlySpan<bool> isFinite, ref float scores)
    {
        for (int row = 0; row < isFinite.Length; row++)
        {
            if (!isFinite[row])
                experts.Slice(row * shape.TopK, shape.TopK).Fill(RowGroups.Dropped);
        }
        Span<int> room = stackalloc int[shape.Experts];
        NextBest next = new(ref scores, rule.Overflow == Overflow.NextBest ? shape.LogitStride : 0);
        Capacity.Apply(experts, shape.TopK, room, Capacity.Of(rule, shape, isFinite.Count(true)), next);
    }

    /// <summary>What the routing of a row with NaN or infinity looks like.</summary>
    public static void MarkNotFinite(ref int experts, ref float weights, int topK)
    {
        for (int slot = 0; slot < topK; slot++)
        {
            Unsafe.Add(ref experts, slot) = slot;
            Unsafe.Add(ref weights, slot) = float.NaN;
        }
    }

    // Rows that see each other are routed in one go.
    private static int Chunk(MixtureShape shape, int rows) => KernelRows.Touched(shape.RowsSeeEachOther ? rows : Math.Min(rows, ChunkRows));

    /// <summary>Copies a row and fills up its stride with zeros; a row that is not finite becomes zeros.</summary>
    /// <returns>Whether the row is finite.</returns>
    public static bool CopyPadded(ref float source, ref float target, MixtureShape shape)
    {
        if (!InputRow.IsFinite(ref source, shape))
        {
            MemoryMarshal.CreateSpan(ref target, shape.InputStride).Clear();
            return false;
        }
        InputRow.Gather(ref source, ref target, shape);
        return true;
    }
}
