namespace MoE.Experts.Sparse;

/// <summary>What rows of inputs are.</summary>
internal enum RowForm
{
    /// <summary>All their columns.</summary>
    Dense,

    /// <summary>Each a <see cref="SparseRow"/>, all the way to the layers that read it.</summary>
    Sparse,

    /// <summary>They come as that; where they are gathered they are written out.</summary>
    Expanded,
}
