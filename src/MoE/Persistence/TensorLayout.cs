using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using System.Linq;

namespace MoE.Persistence;

/// <summary>One tensor of a model: how it is named and shaped in files, and where its elements lie in the parameter buffer.</summary>
/// <param name="Name">The name in files.</param>
/// <param name="Shape">[outputs, inputs] or [n]; of more sizes all but the first count together as inputs.</param>
/// <param name="Placement">Where the elements lie.</param>
/// <param name="Initial">What a fresh tensor holds.</param>
/// <param name="Trained">Whether training changes it.</param>
/// <param name="Decays">Whether weight decay draws it to zero.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TensorLayout(
    string Name, ImmutableArray<int> Shape, TensorPlacement Placement, InitialValue Initial, bool Trained = true, bool Decays = true)
{
    /// <summary>The tensors of neighbouring experts of one shape.</summary>
    /// <param name="first">The first one's number.</param>
    /// <param name="count">How many.</param>
    /// <param name="floats">From one to the next.</param>
    /// <param name="tensors">The first one's, named behind <c>experts.J.</c></param>
    /// <param name="prefix">What comes before that.</param>
    public static ImmutableArray<TensorLayout> Experts(int first, int count, int floats, ImmutableArray<TensorLayout> tensors, string prefix = "") =>
    [
        .. Enumerable.Range(0, count).SelectMany(index => tensors.Select(tensor => tensor with
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"{prefix}experts.{first + index}.{tensor.Name}"),
            Placement = tensor.Placement with { Offset = checked(tensor.Placement.Offset + (index * floats)) },
        })),
    ];

    /// <summary>Tensors of a part that several places have alike.</summary>
    /// <param name="prefix">What their names begin with here.</param>
    /// <param name="offset">The part's first float here.</param>
    /// <param name="tensors">Named and placed within the part.</param>
    public static ImmutableArray<TensorLayout> Under(string prefix, int offset, ImmutableArray<TensorLayout> tensors) =>
    [
        .. tensors.Select(tensor => tensor with
        {
            Name = prefix + tensor.Name,
            Placement = tensor.Placement with { Offset = checked(tensor.Placement.Offset + offset) },
        }),
    ];

    /// <summary>The rows of a matrix, the elements of a vector.</summary>
    public int Outputs => Shape[0];

    /// <summary>The columns of a matrix; 1 for a vector.</summary>
    public int Inputs { get; } = Shape.Skip(1).Aggregate(1, (product, size) => product * size);

    /// <summary>The number of elements; <see cref="ModelLayout"/> has checked that it fits.</summary>
    public int Elements => Outputs * Inputs;
}
