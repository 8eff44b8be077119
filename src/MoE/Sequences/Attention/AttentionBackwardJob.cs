using System;
using MoE.Layers;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>
/// The way back through attention, a head of keys and values of one sequence to a part. Tiles of queries come in their order, in
/// a tile the heads that share it; a tile adds to the gradients of a block of keys and values the sum over its queries.
/// </summary>
internal readonly unsafe struct AttentionBackwardJob(AttentionMixer mixer, AttentionRows rows, float* origin, AttentionBackwardAreas areas) : IParallelJob
{
    public void Run(int part, int worker)
    {
        float* own = origin + areas.Workers + ((nint)worker * areas.Worker.Floats);
        int sequence = Math.DivRem(part, mixer.Shape.KeyValueHeads, out int head);
        nint row = (nint)sequence * rows.Length;
        Arrange(own, row, head * mixer.Shape.HeadSize);
        for (int step = 0; step < rows.Length; step += HeadTiles.Queries)
        {
            AttentionTile tile = new(mixer, step, Math.Min(HeadTiles.Queries, rows.Length - step));
            for (int query = head * mixer.Shape.Group; query < (head + 1) * mixer.Shape.Group; query++)
                GoBack(tile, own, row + step, step, query * mixer.Shape.HeadSize);
        }
        Finish(own, row, head * mixer.Shape.HeadSize);
    }

    // Keys and values in the forms that the way back reads, and zeros for their gradients.
    private void Arrange(float* own, nint row, int column)
    {
        HeadTiles tiles = mixer.Tiles;
        int blocks = AttentionMixer.BlocksOf(rows.Length);
        new Span<float>(own + areas.Worker.Keys, blocks * tiles.ColumnsFloats).Clear();
        new Span<float>(own + areas.Worker.ValueColumns, blocks * tiles.ColumnsFloats).Clear();
        new Span<float>(own + areas.Worker.KeyRows, blocks * tiles.RowsFloats).Clear();
        new Span<float>(own + areas.Worker.KeyGradients, blocks * tiles.RowsFloats).Clear();
        new Span<float>(own + areas.Worker.ValueGradients, blocks * tiles.RowsFloats).Clear();
        for (int step = 0; step < rows.Length; step++)
        {
            float* key = rows.Keys + ((row + step) * mixer.Key.Shape.OutputStride) + column;
            tiles.PutColumn(own + areas.Worker.Keys, step, key);
            tiles.PutRow(own + areas.Worker.KeyRows, step, key);
            tiles.PutColumn(own + areas.Worker.ValueColumns, step, rows.Values + ((row + step) * mixer.Value.Shape.OutputStride) + column);
        }
    }

    private void GoBack(in AttentionTile tile, float* own, nint row, int step, int column)
    {
        HeadTiles tiles = mixer.Tiles;
        int size = tiles.Size, ring = AttentionMixer.BlocksOf(rows.Length), stride = mixer.Query.Shape.OutputStride;
        float* queries = rows.Queries + (row * stride) + column;
        float* dMixed = origin + areas.DMixed + (row * mixer.Output.Shape.InputStride) + column;
        float* scores = own + areas.Worker.Scores;
        float* dScores = own + areas.Worker.ScoreGradients;
        tile.Multiply(queries, mixer.QueryProducts, own + areas.Worker.Keys, ring, scores);
        tile.Multiply(dMixed, mixer.MixedProducts, own + areas.Worker.ValueColumns, ring, dScores);
        for (int index = 0; index < tile.Count; index++)
        {
            float sum = tile.Weigh(scores, index);
            // Of the very products that the gradients are taken from: a key without a rival has none, to the bit.
            float mean = 0;
            for (int block = 0; block < tile.Blocks; block++)
            {
                nint at = ((nint)block * tile.PieceFloats) + (index * HeadTiles.Block);
                mean += Reduction.Dot(ref *(scores + at), ref *(dScores + at), HeadTiles.Block);
            }
            mean /= sum;
            for (int block = 0; block < tile.Blocks; block++)
            {
                nint at = ((nint)block * tile.PieceFloats) + (index * HeadTiles.Block);
                RowPasses.SoftmaxBackward(scores + at, dScores + at, sum, mean, HeadTiles.Block);
            }
        }
        AddToBlocks(tile, scores, dMixed, mixer.MixedGradient, own + areas.Worker.ValueGradients, own);
        AddToBlocks(tile, dScores, queries, mixer.QueryGradient, own + areas.Worker.KeyGradients, own);
        float* sums = own + areas.Worker.Sums;
        tile.Sum(dScores, own + areas.Worker.KeyRows, ring, sums, own + areas.Worker.Aside);
        for (int index = 0; index < tile.Count; index++)
        {
            float* target = origin + areas.DQueries + ((row + index) * stride) + column;
            new ReadOnlySpan<float>(sums + (index * tiles.RowWidth), size).CopyTo(new Span<float>(target, size));
            RotaryPass.Backward(target, mixer.AnglesOf(rows.Angles, step + index), size / 2, size, mixer.Scale);
        }
    }

    private void AddToBlocks(in AttentionTile tile, float* weights, float* gradients, LinearShape shape, float* blocks, float* own)
    {
        float* aside = own + areas.Worker.BlockGradient;
        for (int block = 0; block < tile.Blocks; block++, weights += tile.PieceFloats)
        {
            WeightGradient.Run(shape, ref *weights, ref *gradients, ref *aside, tile.Count);
            int width = mixer.Tiles.RowWidth;
            RowPasses.Add(blocks + ((nint)(tile.FirstBlock + block) * mixer.Tiles.RowsFloats) + width, aside + width, mixer.Tiles.RowsFloats - width);
        }
    }

    private void Finish(float* own, nint row, int column)
    {
        int size = mixer.Tiles.Size;
        for (int step = 0; step < rows.Length; step++)
        {
            float* key = origin + areas.DKeys + ((row + step) * mixer.Key.Shape.OutputStride) + column;
            mixer.Tiles.TakeRow(own + areas.Worker.KeyGradients, step, key);
            RotaryPass.Backward(key, mixer.AnglesOf(rows.Angles, step), size / 2, size, 1);
            mixer.Tiles.TakeRow(own + areas.Worker.ValueGradients, step, origin + areas.DValues + ((row + step) * mixer.Value.Shape.OutputStride) + column);
        }
    }
}
