namespace MoE.Layers;

/// <summary>A few values by one or two vectors: gradient[i][lane] = the sum over the rows, in their order, of a[row][i] * b[row][lane].</summary>
internal interface IGradientTile
{
    /// <summary>Values of a in a tile, all of which are read.</summary>
    static abstract int Count { get; }

    /// <summary>Columns of b in a tile.</summary>
    static abstract int Columns { get; }

    /// <summary>Overwrites the first <paramref name="count"/> values of the tile; strides are in floats.</summary>
    static abstract void Run(ref float a, nint aStride, ref float b, nint bStride, ref float gradient, nint gradientStride, int rows, int count);
}
