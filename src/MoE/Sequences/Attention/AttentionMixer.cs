using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using MoE.Experts;
using MoE.Layers;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>
/// Causal attention (Vaswani and others, "Attention Is All You Need", 2017) with heads of queries that share keys and values,
/// rotary positions and a sliding window, as Hugging Face's Llama and Mistral: softmax(q k / sqrt(headSize)) v, o_proj of all heads.
/// </summary>
/// <remarks>
/// For each head of keys and values it remembers the keys in columns and the values in rows (<see cref="HeadTiles"/>), as many
/// rows as the capacity, or with a window a ring of those that can still be seen.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe partial class AttentionMixer : SequenceMixer
{
    private const int BlockRows = 512;

    private readonly RotaryTable? _rotary;

    /// <summary>A block over parameters that begin at multiples of 16 floats, counted from the block's first.</summary>
    /// <param name="shape">Its sizes.</param>
    /// <param name="query">width -> heads * headSize.</param>
    /// <param name="key">width -> keyValueHeads * headSize.</param>
    /// <param name="value">As much.</param>
    /// <param name="output">heads * headSize -> width.</param>
    public AttentionMixer(AttentionShape shape, SequenceLinear query, SequenceLinear key, SequenceLinear value, SequenceLinear output)
    {
        (Shape, Query, Key, Value, Output) = (shape, query, key, value, output);
        Tiles = new HeadTiles(shape.HeadSize);
        QueryProducts = Tiles.Products(query.Shape.OutputStride);
        SumShape = Tiles.Sums();
        MixedProducts = Tiles.Products(output.Shape.InputStride);
        QueryGradient = Tiles.Sums(query.Shape.OutputStride);
        MixedGradient = Tiles.Sums(output.Shape.InputStride);
        Scale = (float)(1 / Math.Sqrt(shape.HeadSize));
        _rotary = shape.RotaryBase > 0 ? new RotaryTable(shape.HeadSize, shape.RotaryBase) : null;
    }

    internal AttentionShape Shape { get; }

    internal SequenceLinear Query { get; }

    internal SequenceLinear Key { get; }

    internal SequenceLinear Value { get; }

    internal SequenceLinear Output { get; }

    internal HeadTiles Tiles { get; }

    internal LinearShape QueryProducts { get; }

    internal LinearShape SumShape { get; }

    /// <summary>Gradients of outputs with values.</summary>
    internal LinearShape MixedProducts { get; }

    /// <summary>The keys' gradient from scores' and queries.</summary>
    internal LinearShape QueryGradient { get; }

    /// <summary>The values' gradient from weights and outputs' gradients.</summary>
    internal LinearShape MixedGradient { get; }

    /// <summary>Floats for the weights of any of its layers, turned.</summary>
    internal int TurnedFloats => Math.Max(Math.Max(Query.BackwardFloats, Key.BackwardFloats), Math.Max(Value.BackwardFloats, Output.BackwardFloats));

    internal float Scale { get; }

    private int AngleFloats => _rotary is null ? 0 : 2 * _rotary.Pairs;

    /// <inheritdoc/>
    public override int StateFloats(int capacity) => checked(Shape.KeyValueHeads * RememberedFloats(RingOf(capacity)));

    /// <inheritdoc/>
    public override int AdvanceFloats(int rows)
    {
        ScratchAreas areas = default;
        Place(ref areas, Math.Min(rows, BlockRows), null);
        return areas.Floats;
    }

    /// <inheritdoc/>
    public override void Advance(ref float parameters, ref float state, int capacity, int position, ref float x, ref float y, int rows, ref float scratch, int threads)
    {
        int workers = Math.Min(threads, Shape.KeyValueHeads);
        AttentionAreas areas = AttentionAreas.Of(this, position + rows, rows);
        using Scratch memory = Scratch.Rent(checked(workers * areas.Floats));
        for (int first = 0; first < rows; first += BlockRows)
        {
            int count = Math.Min(BlockRows, rows - first);
            ScratchAreas places = default;
            AttentionRows block = Place(ref places, Math.Min(rows, BlockRows), (float*)Unsafe.AsPointer(ref scratch)).At(position + first, 1, count);
            Project(ref parameters, ref Unsafe.Add(ref x, (nint)first * Query.Shape.InputStride), block, threads);
            ParallelJob<AttentionJob>.Run(
                new(this, block, (float*)Unsafe.AsPointer(ref state), RingOf(capacity), (float*)Unsafe.AsPointer(ref memory.Origin), areas), Shape.KeyValueHeads, workers);
            Output.Forward(ref parameters, ref *block.Mixed, ref Unsafe.Add(ref y, (nint)first * Output.Shape.OutputStride), count, threads);
        }
    }

    /// <summary>Blocks of so many rows.</summary>
    internal static int BlocksOf(int rows) => Math.Max(1, (rows + HeadTiles.Block - 1) / HeadTiles.Block);

    /// <summary>Floats of what is remembered for one head of keys and values.</summary>
    internal int RememberedFloats(int ring) => checked(ring * (Tiles.ColumnsFloats + Tiles.RowsFloats));

    /// <summary>Blocks that a tile of queries sees at most in a sequence of so many rows.</summary>
    internal int BlocksSeen(int rows) => Shape.Window == 0 ? BlocksOf(rows) : Math.Min(BlocksOf(rows), BlocksOf(Shape.Window + HeadTiles.Queries) + 1);

    /// <summary>The cosines and sines of a row.</summary>
    internal float* AnglesOf(float* angles, int row) => angles is null ? null : angles + ((nint)row * AngleFloats);

    // What a tile's rows overwrite must have left the window of its first query, by whole blocks.
    private int RingOf(int capacity) => Shape.Window == 0 ? BlocksOf(capacity) : BlocksOf(Shape.Window + HeadTiles.Queries) + 1;

    private AttentionRows Place(ref ScratchAreas areas, int rows, float* origin)
    {
        int touched = KernelRows.Touched(rows);
        return new(
            origin + areas.Take(touched, Query.Shape.OutputStride),
            origin + areas.Take(touched, Key.Shape.OutputStride),
            origin + areas.Take(touched, Value.Shape.OutputStride),
            origin + areas.Take(touched, Output.Shape.InputStride),
            _rotary is null ? null : origin + areas.Take(rows, AngleFloats),
            0,
            1,
            rows);
    }

    /// <summary>Queries, keys and values of all rows, and the angles of their positions.</summary>
    private void Project(ref float parameters, ref float x, in AttentionRows rows, int threads)
    {
        Query.Forward(ref parameters, ref x, ref *rows.Queries, rows.Count, threads);
        Key.Forward(ref parameters, ref x, ref *rows.Keys, rows.Count, threads);
        Value.Forward(ref parameters, ref x, ref *rows.Values, rows.Count, threads);
        _rotary?.Fill(rows.Position, new Span<float>(rows.Angles, rows.Length * AngleFloats));
        ClearPadding(rows.Mixed, rows.Count, Shape.Heads * Shape.HeadSize, Output.Shape.InputStride);
    }

    private static void ClearPadding(float* rows, int count, int width, int stride)
    {
        if (stride == width)
            return;
        for (int row = 0; row < count; row++)
            new Span<float>(rows + ((nint)row * stride) + width, stride - width).Clear();
    }
}
