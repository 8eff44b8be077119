using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using MoE.Layers;

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

    /// <summary>How the elements are stored; codes with scales are matrices only.</summary>
    public WeightFormat Format { get; init; }

    /// <summary>Whether the elements are codes of blocks with a scale.</summary>
    internal bool IsQuantized => Format is WeightFormat.Int8 or WeightFormat.Int4;

    /// <summary>The tensors that files hold for this one.</summary>
    internal IEnumerable<StoredTensor> Stored => StoredTensor.Of(this);

    /// <summary>The rows of a matrix, the elements of a vector.</summary>
    public int Outputs => Shape[0];

    /// <summary>The columns of a matrix; 1 for a vector.</summary>
    public int Inputs { get; } = Shape.Skip(1).Aggregate(1, (product, size) => product * size);

    /// <summary>The number of elements; <see cref="ModelLayout"/> has checked that it fits.</summary>
    public int Elements => Outputs * Inputs;

    /// <summary>How many elements from the one of that number on can be packed at a time, at most so many: blocks are packed whole, and so the first one begins a block.</summary>
    /// <param name="first">The first element.</param>
    /// <param name="most">At least 32.</param>
    internal int Run(int first, int most)
    {
        int left = Elements - first;
        if (!IsQuantized || left <= most) return Math.Min(left, most);
        int ofRow = Inputs - (first % Inputs);
        return ofRow > most ? most / QuantizedPanel.Block * QuantizedPanel.Block : ofRow + ((most - ofRow) / Inputs * Inputs);
    }

    /// <summary>The float behind the last one that an element may lie in.</summary>
    internal long End
    {
        get
        {
            long last = Placement.IndexOf(Outputs - 1, Inputs - 1);
            // The last element of the last full group may lie beyond the last output's.
            if (Outputs > Placement.Lanes) last = Math.Max(last, Placement.IndexOf((Outputs / Placement.Lanes * Placement.Lanes) - 1, Inputs - 1));
            return Format switch
            {
                WeightFormat.Float32 => last + 1,
                WeightFormat.BFloat16 => Placement.Offset + ((last - Placement.Offset) / 2) + 1,
                _ => Placement.Offset + ((long)((Outputs - 1) / QuantizedPanel.Width) * Placement.GroupStride) + QuantizedPanel.Floats(Format, Inputs),
            };
        }
    }
}
