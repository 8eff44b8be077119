using System.Collections.Immutable;

namespace MoE.Persistence;

/// <summary>A tensor as a file's header describes it.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Dtype">How its elements are written, in the file's words.</param>
/// <param name="Shape">Its sizes.</param>
/// <param name="Begin">Its first byte, counted from the beginning of the data.</param>
/// <param name="End">The byte after its last.</param>
internal sealed record FileTensor(string Name, string Dtype, ImmutableArray<long> Shape, long Begin, long End)
{
    /// <summary>How its elements are written.</summary>
    public FloatFormat Format { get; } = FloatFormats.Parse(Dtype);
}
