namespace MoE.Generators.Planning;

/// <summary>How a mixture takes sparse rows.</summary>
internal enum SparseInputsPlan
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>All that reads a row is a linear layer, or the router itself: they read the sparse one.</summary>
    Read,

    /// <summary>Some part reads whole rows: they are written out where they are gathered.</summary>
    Expanded,
}
