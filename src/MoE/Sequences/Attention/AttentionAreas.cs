using System;
using MoE.Experts;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>What one thread needs, and where it lies.</summary>
internal readonly struct AttentionAreas
{
    /// <summary>For a call that goes on with what is remembered.</summary>
    /// <param name="mixer">The block.</param>
    /// <param name="end">Rows of the sequence so far, those of the call included.</param>
    /// <param name="rows">Rows of the call.</param>
    public static AttentionAreas Of(AttentionMixer mixer, int end, int rows)
    {
        ScratchAreas areas = default;
        return new AttentionAreas(mixer, end, rows, ref areas) { Floats = areas.Floats };
    }

    /// <summary>For training, forward and back.</summary>
    public static AttentionAreas OfTraining(AttentionMixer mixer, int length)
    {
        ScratchAreas areas = default;
        AttentionAreas common = new(mixer, length, length, ref areas);
        int blocks = AttentionMixer.BlocksOf(length), rows = Math.Min(length, HeadTiles.Queries);
        HeadTiles tiles = mixer.Tiles;
        return common with
        {
            Keys = areas.Take(mixer.RememberedFloats(blocks)),
            ValueColumns = areas.Take(blocks, tiles.ColumnsFloats),
            KeyRows = areas.Take(blocks, tiles.RowsFloats),
            KeyGradients = areas.Take(blocks, tiles.RowsFloats),
            ValueGradients = areas.Take(blocks, tiles.RowsFloats),
            BlockGradient = areas.Take(tiles.RowsFloats),
            ScoreGradients = areas.Take(mixer.BlocksSeen(length), KernelRows.Touched(rows) * HeadTiles.Block),
            Floats = areas.Floats,
        };
    }

    private AttentionAreas(AttentionMixer mixer, int end, int rows, ref ScratchAreas areas)
    {
        int touched = KernelRows.Touched(Math.Min(rows, HeadTiles.Queries));
        Scores = areas.Take(mixer.BlocksSeen(end), touched * HeadTiles.Block);
        Sums = areas.Take(touched, mixer.Tiles.RowWidth);
        Aside = areas.Take(touched, mixer.Tiles.RowWidth);
    }

    public int Scores { get; }

    public int Sums { get; }

    public int Aside { get; }

    /// <summary>Keys in columns and values in rows, as a state has them.</summary>
    public int Keys { get; init; }

    public int ValueColumns { get; init; }

    public int KeyRows { get; init; }

    public int KeyGradients { get; init; }

    public int ValueGradients { get; init; }

    /// <summary>What a tile of queries adds to one block's gradient.</summary>
    public int BlockGradient { get; init; }

    public int ScoreGradients { get; init; }

    public int Floats { get; init; }
}
