using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts;
using MoE.Numerics;

namespace MoE.Routing;

/// <summary>Routes many rows: the gate on a few rows at a time, so that they stay in the cache, then the choice row by row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowRouter
{
    private const int ChunkRows = 48;

    /// <summary>Floats of working memory for routing up to <paramref name="rows"/> rows.</summary>
    public static int ScratchFloats(MixtureShape shape, int rows) => checked(Chunk(rows) * (shape.InputStride + shape.LogitStride));

    /// <summary>
    /// Chooses and weighs the experts of each row. A row with NaN or infinity gets experts 0..k-1 with NaN weights.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="inputs">[rows x Inputs].</param>
    /// <param name="experts">Receives [rows x TopK] indices, best first.</param>
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
    }

    internal static void Route(IMixtureKernels model, ref float inputs, int rows, ref int experts, ref float weights, ref float scratch)
    {
        MixtureShape shape = model.Shape;
        int chunkRows = Chunk(rows);
        ref float padded = ref scratch;
        ref float logits = ref Unsafe.Add(ref padded, chunkRows * shape.InputStride);
        float temperature = model.Temperature;
        for (int first = 0; first < rows; first += chunkRows)
        {
            int count = Math.Min(chunkRows, rows - first);
            ulong finite = 0;
            for (int row = 0; row < count; row++)
            {
                ref float source = ref Unsafe.Add(ref inputs, (nint)(first + row) * shape.Inputs);
                if (CopyPadded(ref source, ref Unsafe.Add(ref padded, row * shape.InputStride), shape))
                    finite |= 1UL << row;
            }
            model.Gate(ref padded, ref logits, count);
            for (int row = 0; row < count; row++)
            {
                nint at = (nint)(first + row) * shape.TopK;
                ref int chosen = ref Unsafe.Add(ref experts, at);
                ref float shares = ref Unsafe.Add(ref weights, at);
                if ((finite & (1UL << row)) != 0)
                    SoftmaxRouter.Route(ref Unsafe.Add(ref logits, row * shape.LogitStride), shape.Experts, shape.TopK, temperature, shape.OverAll, ref chosen, ref shares);
                else
                    MarkNotFinite(ref chosen, ref shares, shape.TopK);
            }
        }
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

    private static int Chunk(int rows) => KernelRows.Touched(Math.Min(rows, ChunkRows));

    /// <summary>Copies a row and fills up its stride with zeros; a row that is not finite becomes zeros.</summary>
    /// <returns>Whether the row is finite.</returns>
    public static bool CopyPadded(ref float source, ref float target, MixtureShape shape)
    {
        if (!FiniteCheck.IsFinite(ref source, shape.Inputs))
        {
            MemoryMarshal.CreateSpan(ref target, shape.InputStride).Clear();
            return false;
        }
        PaddedRow.Copy(ref source, ref target, shape.Inputs, shape.InputStride);
        return true;
    }
}
