namespace MoE.Layers;

/// <summary>A few rows by a few outputs, whose sums stay in registers along a chain.</summary>
internal interface ITile
{
    /// <summary>Rows of the tile: all of them are read and written.</summary>
    static abstract int Rows { get; }

    /// <summary>Outputs of the tile.</summary>
    static abstract int Columns { get; }

    /// <summary>y = max(floor, start + chain).</summary>
    static abstract void Run(ref float x, ref float w, ref float start, ref float y, in TileStep step);
}
