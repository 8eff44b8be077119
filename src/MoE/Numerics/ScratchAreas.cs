namespace MoE.Numerics;

/// <summary>Lays areas of working memory one after the other, each from a cache line on.</summary>
internal struct ScratchAreas
{
    /// <summary>All areas together.</summary>
    public int Floats { get; private set; }

    /// <summary>Room for some rows of some floats.</summary>
    /// <returns>Where it begins, in floats.</returns>
    /// <exception cref="System.OverflowException">It is more than an array holds.</exception>
    public int Take(int rows, int stride = 1)
    {
        int start = Floats;
        Floats = checked((int)(start + (((long)rows * stride) + Padding.Block - 1) / Padding.Block * Padding.Block));
        return start;
    }
}
