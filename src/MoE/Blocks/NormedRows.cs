using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts;
using MoE.Numerics;

namespace MoE.Blocks;

/// <summary>A call's rows behind a normalization, one after the other as a caller's rows are; in working memory until disposed of.</summary>
internal readonly ref struct NormedRows
{
    // Few enough to stay in the first-level cache on their way.
    private const int ChunkRows = 8;

    private readonly Scratch _scratch;
    private readonly int _floats;

    /// <param name="norm">The normalization.</param>
    /// <param name="parameters">Its first parameter.</param>
    /// <param name="inputs">Whole rows. What is not finite stays so in its row.</param>
    public NormedRows(RowNorm norm, ref float parameters, ReadOnlySpan<float> inputs)
    {
        _floats = inputs.Length;
        ScratchAreas areas = default;
        int packedAt = areas.Take(_floats), chunkAt = areas.Take(ChunkRows, norm.Stride);
        _scratch = Scratch.Rent(areas.Floats);
        ref float source = ref MemoryMarshal.GetReference(inputs);
        ref float packed = ref Unsafe.Add(ref _scratch.Origin, packedAt);
        ref float chunk = ref Unsafe.Add(ref _scratch.Origin, chunkAt);
        int rows = inputs.Length / norm.Width;
        for (int first = 0; first < rows; first += ChunkRows)
        {
            int count = Math.Min(ChunkRows, rows - first);
            for (int row = 0; row < count; row++)
                PaddedRow.Copy(ref Unsafe.Add(ref source, (nint)(first + row) * norm.Width), ref Unsafe.Add(ref chunk, row * norm.Stride), norm.Width, norm.Stride);
            norm.Forward(ref parameters, ref chunk, ref chunk, count);
            for (int row = 0; row < count; row++)
            {
                MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref chunk, row * norm.Stride), norm.Width)
                    .CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref packed, (nint)(first + row) * norm.Width), norm.Width));
            }
        }
    }

    public ReadOnlySpan<float> Span => _scratch.Span(_floats);

    public void Dispose() => _scratch.Dispose();
}
