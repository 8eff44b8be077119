using System.Collections.Immutable;
using System.ComponentModel;
using System.Linq;

namespace MoE.Persistence;

/// <summary>One tensor of a model: how it is named and shaped in files, and where its elements lie in the parameter buffer.</summary>
/// <param name="Name">The name in files.</param>
/// <param name="Shape">[outputs, inputs] or [n]; of more sizes all but the first count together as inputs.</param>
/// <param name="Placement">Where the elements lie.</param>
/// <param name="Initial">What a fresh tensor holds.</param>
/// <param name="Trained">Whether training changes it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TensorLayout(
    string Name, ImmutableArray<int> Shape, TensorPlacement Placement, InitialValue Initial, bool Trained = true)
{
    /// <summary>The rows of a matrix, the elements of a vector.</summary>
    public int Outputs => Shape[0];

    /// <summary>The columns of a matrix; 1 for a vector.</summary>
    public int Inputs { get; } = Shape.Skip(1).Aggregate(1, (product, size) => product * size);

    /// <summary>The number of elements; <see cref="ModelLayout"/> has checked that it fits.</summary>
    public int Elements => Outputs * Inputs;
}
