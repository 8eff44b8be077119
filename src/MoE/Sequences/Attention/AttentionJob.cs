using System;

namespace MoE.Sequences;

/// <summary>
/// Attention: a part is one head of keys and values of one sequence, with the heads of queries that share it. Rows are taken in
/// tiles: their keys and values are put where the state has them, then their queries look.
/// </summary>
/// <param name="mixer">The block.</param>
/// <param name="rows">The sequences.</param>
/// <param name="state">What one sequence remembers; null: every sequence begins, and is remembered in working memory.</param>
/// <param name="ring">Blocks that are remembered.</param>
/// <param name="memory">Working memory of all threads.</param>
/// <param name="areas">What lies where in it.</param>
internal readonly unsafe struct AttentionJob(AttentionMixer mixer, AttentionRows rows, float* state, int ring, float* memory, AttentionAreas areas) : IParallelJob
{
    public void Run(int part, int worker)
    {
        float* own = memory + ((nint)worker * areas.Floats);
        int sequence = Math.DivRem(part, mixer.Shape.KeyValueHeads, out int head);
        float* columns = state is null ? own + areas.Keys : state + ((nint)head * mixer.RememberedFloats(ring));
        float* values = columns + ((nint)ring * mixer.Tiles.ColumnsFloats);
        if (state is null)
            new Span<float>(columns, mixer.RememberedFloats(ring)).Clear();
        for (int step = 0; step < rows.Length; step += HeadTiles.Queries)
        {
            int count = Math.Min(HeadTiles.Queries, rows.Length - step);
            nint row = ((nint)sequence * rows.Length) + step;
            Remember(columns, values, head, row, step, count);
            AttentionTile tile = new(mixer, rows.Position + step, count);
            for (int query = head * mixer.Shape.Group; query < (head + 1) * mixer.Shape.Group; query++)
                Look(tile, columns, values, query * mixer.Shape.HeadSize, row, step, own);
        }
    }

    private void Remember(float* columns, float* values, int head, nint row, int step, int count)
    {
        int size = mixer.Shape.HeadSize;
        for (int index = 0; index < count; index++)
        {
            int slot = (rows.Position + step + index) % (ring * HeadTiles.Block);
            float* key = rows.Keys + ((row + index) * mixer.Key.Shape.OutputStride) + (head * size);
            if (rows.Angles is not null)
                RotaryPass.Forward(key, mixer.AnglesOf(rows.Angles, step + index), size / 2, size, 1);
            mixer.Tiles.PutColumn(columns, slot, key);
            mixer.Tiles.PutRow(values, slot, rows.Values + ((row + index) * mixer.Value.Shape.OutputStride) + (head * size));
        }
    }

    private void Look(in AttentionTile tile, float* columns, float* values, int column, nint row, int step, float* own)
    {
        int size = mixer.Shape.HeadSize, stride = mixer.Query.Shape.OutputStride;
        float* queries = rows.Queries + (row * stride) + column;
        for (int index = 0; index < tile.Count; index++)
            RotaryPass.Forward(queries + ((nint)index * stride), mixer.AnglesOf(rows.Angles, step + index), size / 2, size, mixer.Scale);
        float* scores = own + areas.Scores;
        float* sums = own + areas.Sums;
        tile.Multiply(queries, mixer.QueryProducts, columns, ring, scores);
        float* totals = stackalloc float[HeadTiles.Queries];
        for (int index = 0; index < tile.Count; index++)
            totals[index] = tile.Weigh(scores, index);
        tile.Sum(scores, values, ring, sums, own + areas.Aside);
        for (int index = 0; index < tile.Count; index++)
            RowPasses.Divide(rows.Mixed + ((row + index) * mixer.Output.Shape.InputStride) + column, sums + (index * mixer.Tiles.RowWidth), totals[index], size);
    }
}
