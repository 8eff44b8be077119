using System;
using MoE.Experts;
using MoE.Layers;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>
/// A tile of neighbouring queries of one head: which blocks of keys it sees, and its scores, a piece of 64 columns for each block.
/// A block's products and sums have one order, so queries may be taken one by one or together.
/// </summary>
internal readonly unsafe ref struct AttentionTile
{
    private readonly AttentionMixer _mixer;
    private readonly int _position;

    /// <param name="mixer">The block.</param>
    /// <param name="position">The first query's.</param>
    /// <param name="count">Queries, at most <see cref="HeadTiles.Queries"/>.</param>
    public AttentionTile(AttentionMixer mixer, int position, int count)
    {
        (_mixer, _position, Count) = (mixer, position, count);
        FirstBlock = FirstKey(0) / HeadTiles.Block;
        Blocks = ((position + count - 1) / HeadTiles.Block) - FirstBlock + 1;
        PieceFloats = (count == 1 ? 1 : KernelRows.Touched(count)) * HeadTiles.Block;
    }

    public int Count { get; }

    /// <summary>Counted from a sequence's first row.</summary>
    public int FirstBlock { get; }

    public int Blocks { get; }

    /// <summary>Floats from one block's scores to the next's.</summary>
    public int PieceFloats { get; }

    /// <summary>Products of rows of the queries' sort with all visible keys, in blocks in columns.</summary>
    public void Multiply(float* rows, LinearShape shape, float* columns, int ring, float* scores)
    {
        HeadTiles tiles = _mixer.Tiles;
        for (int block = 0; block < Blocks; block++, scores += PieceFloats)
        {
            float* panels = columns + ((nint)((FirstBlock + block) % ring) * tiles.ColumnsFloats);
            if (Count == 1)
            {
                RowProducts.Scores(tiles, rows, panels, scores);
                continue;
            }
            LinearLayer.Rows(shape, ref *rows, ref *panels, ref *scores, Count);
            LinearLayer.Rows(shape, ref *rows, ref *(panels + tiles.PanelFloats), ref *(scores + (HeadTiles.Block / 2)), Count);
        }
    }

    /// <summary>Scores of a query made weights.</summary>
    /// <returns>Their sum.</returns>
    public float Weigh(float* scores, int query)
    {
        int start = FirstBlock * HeadTiles.Block;
        return AttentionWeights.Run(scores + (query * HeadTiles.Block), PieceFloats, Blocks, FirstKey(query) - start, _position + query - start);
    }

    /// <summary>Sums of the visible rows, in blocks in rows, by weights: block after block.</summary>
    /// <param name="weights">The tile's.</param>
    /// <param name="rows">The blocks.</param>
    /// <param name="ring">How many there are.</param>
    /// <param name="sums">Receives a row of <see cref="HeadTiles.RowWidth"/> floats for each query.</param>
    /// <param name="aside">As much memory.</param>
    public void Sum(float* weights, float* rows, int ring, float* sums, float* aside)
    {
        HeadTiles tiles = _mixer.Tiles;
        int floats = Count * tiles.RowWidth;
        new Span<float>(sums, floats).Clear();
        for (int block = 0; block < Blocks; block++, weights += PieceFloats)
        {
            float* values = rows + ((nint)((FirstBlock + block) % ring) * tiles.RowsFloats);
            if (Count > 1)
            {
                LinearLayer.Rows(_mixer.SumShape, ref *weights, ref *values, ref *aside, Count);
                RowPasses.Add(sums, aside, floats);
                continue;
            }
            bool both = ++block < Blocks;
            RowProducts.Add(tiles, weights, PieceFloats, values, both ? rows + ((nint)((FirstBlock + block) % ring) * tiles.RowsFloats) : null, sums);
            weights += PieceFloats;
        }
    }

    // The first key that a query sees.
    private int FirstKey(int query) => _mixer.Shape.Window == 0 ? 0 : Math.Max(0, _position + query - _mixer.Shape.Window + 1);
}
