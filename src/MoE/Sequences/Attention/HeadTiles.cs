using System;
using MoE.Layers;

namespace MoE.Sequences;

/// <summary>
/// How a head's keys and values lie, such that products of rows with them are those of linear layers. Rows come in blocks of 64
/// by their position. In columns: panels of 32 rows side by side, for products of a row with each of them. In rows: one after
/// the other, for sums of them. Each panel and block begins with the layer's bias, zeros.
/// </summary>
internal sealed unsafe class HeadTiles
{
    /// <summary>Keys of a block, and floats from one row of a tile of scores to the next.</summary>
    public const int Block = 64;

    /// <summary>Queries of a tile: a multiple of what the layers' tiles take.</summary>
    public const int Queries = 48;

    private const int Panel = 32;

    public HeadTiles(int size)
    {
        Size = size;
        RowWidth = size <= 16 ? 16 : (size + Panel - 1) / Panel * Panel;
    }

    public int Size { get; }

    /// <summary>Floats of a row of sums: the head with its padding.</summary>
    public int RowWidth { get; }

    /// <summary>Floats of a block in columns.</summary>
    public int ColumnsFloats => Block / Panel * PanelFloats;

    /// <summary>Floats of a block in rows.</summary>
    public int RowsFloats => RowWidth + (RowWidth * Block);

    /// <summary>Floats of a panel in columns.</summary>
    public int PanelFloats => Panel + (Panel * Size);

    /// <summary>Products of rows that lie some floats apart with the 32 rows of a panel.</summary>
    public LinearShape Products(int stride) => new(Size, Panel, stride, Block, Panel, 1, Size, hasBias: false, hasReLU: false);

    /// <summary>Sums of the 64 rows of a block.</summary>
    public LinearShape Sums() => Sums(RowWidth);

    /// <summary>Its gradient by the block, from gradients that lie some floats apart.</summary>
    public LinearShape Sums(int stride) => new(Block, Size, Block, stride, Size <= 16 ? 16 : Panel, 1, Block, hasBias: false, hasReLU: false);

    /// <summary>Puts a row into blocks in columns.</summary>
    public void PutColumn(float* blocks, int slot, float* row)
    {
        float* target = blocks + ((nint)(slot / Panel) * PanelFloats) + Panel + (slot % Panel);
        for (int column = 0; column < Size; column++)
            target[column * Panel] = row[column];
    }

    /// <summary>Puts a row into blocks in rows.</summary>
    public void PutRow(float* blocks, int slot, float* row)
    {
        int width = Math.Min(RowWidth, Panel);
        float* target = RowOf(blocks, slot);
        for (int column = 0; column < Size; column += width, target += Block * width)
            new ReadOnlySpan<float>(row + column, Math.Min(width, Size - column)).CopyTo(new Span<float>(target, width));
    }

    /// <summary>Copies a row of blocks in rows out.</summary>
    public void TakeRow(float* blocks, int slot, float* row)
    {
        int width = Math.Min(RowWidth, Panel);
        float* source = RowOf(blocks, slot);
        for (int column = 0; column < Size; column += width, source += Block * width)
            new ReadOnlySpan<float>(source, Math.Min(width, Size - column)).CopyTo(new Span<float>(row + column, width));
    }

    private float* RowOf(float* blocks, int slot) =>
        blocks + ((nint)(slot / Block) * RowsFloats) + RowWidth + (slot % Block * Math.Min(RowWidth, Panel));
}
