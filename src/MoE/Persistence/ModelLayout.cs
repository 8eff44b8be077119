using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using MoE.Layers;

namespace MoE.Persistence;

/// <summary>The tensors of a model in their canonical order (that of its files), and the buffer that holds them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelLayout
{
    private readonly Dictionary<string, TensorLayout> _byName;

    /// <summary>Describes a model.</summary>
    /// <param name="floats">The size of the parameter buffer, padding included.</param>
    /// <param name="tensors">The tensors, in canonical order.</param>
    /// <param name="classNames">The names of a classifier's classes; empty for any other model.</param>
    /// <param name="declaration">The declaration as the files' metadata tells it.</param>
    /// <exception cref="ArgumentException">A name occurs twice, or a tensor is misshapen or does not lie within the buffer.</exception>
    public ModelLayout(int floats, ImmutableArray<TensorLayout> tensors, ImmutableArray<string> classNames, string declaration)
    {
        Floats = floats;
        Tensors = tensors;
        ClassNames = classNames;
        Declaration = declaration;
        Parameters = tensors.Select(tensor => new TensorInfo(tensor.Name, tensor.Shape, tensor.Trained)).ToImmutableArray();
        _byName = new Dictionary<string, TensorLayout>(tensors.Length, StringComparer.Ordinal);
        foreach (TensorLayout tensor in tensors)
        {
            Check(tensor);
            if (!_byName.TryAdd(tensor.Name, tensor)) throw new ArgumentException($"Two tensors are named '{tensor.Name}'.", nameof(tensors));
        }
    }

    /// <summary>The size of the parameter buffer in floats, padding included.</summary>
    public int Floats { get; }

    /// <summary>The tensors in canonical order.</summary>
    public ImmutableArray<TensorLayout> Tensors { get; }

    /// <summary>The tensors that files hold for them, in the order of the data.</summary>
    internal IEnumerable<StoredTensor> Stored => Tensors.SelectMany(tensor => tensor.Stored);

    /// <summary>The names of a classifier's classes; empty for any other model.</summary>
    public ImmutableArray<string> ClassNames { get; }

    /// <summary>The declaration as the files' metadata tells it.</summary>
    public string Declaration { get; }

    /// <summary>What the names of tensors begin with that are no parameters but what experts know beside: <c>experts.3.</c></summary>
    public ImmutableArray<string> StatePrefixes { get; init; } = [];

    /// <summary>Whether a tensor of a file is such a one.</summary>
    internal bool IsState(string name) => !StatePrefixes.IsEmpty && !_byName.ContainsKey(name) && StatePrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The tensors as a model's user sees them.</summary>
    public ImmutableArray<TensorInfo> Parameters { get; }

    /// <summary>Finds a tensor.</summary>
    public bool TryGet(string name, [MaybeNullWhen(false)] out TensorLayout tensor) => _byName.TryGetValue(name, out tensor);

    /// <summary>The tensor of that name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists the nearest names.</exception>
    public TensorLayout this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            return TryGet(name, out TensorLayout? tensor)
                ? tensor
                : throw new ArgumentException($"The model has no tensor '{name}'. {NearNames.Suggest(name, _byName.Keys)}", nameof(name));
        }
    }

    /// <summary>Where tensors of some sort lie, in ascending order and as few runs of floats as possible; a run takes the padding behind its last tensor.</summary>
    internal Range[] Runs(Func<TensorLayout, bool> isOne)
    {
        TensorLayout[] tensors = [.. Tensors];
        Array.Sort(tensors, (left, right) => left.Placement.Offset.CompareTo(right.Placement.Offset));
        List<Range> runs = [];
        int start = -1;
        foreach (TensorLayout tensor in tensors)
        {
            bool isIn = isOne(tensor);
            if (isIn && start < 0)
                start = tensor.Placement.Offset;
            if (isIn || start < 0)
                continue;
            runs.Add(start..tensor.Placement.Offset);
            start = -1;
        }
        if (start >= 0)
            runs.Add(start..Floats);
        return [.. runs];
    }

    private void Check(TensorLayout tensor)
    {
        (TensorPlacement placement, int rank) = (tensor.Placement, tensor.Shape.Length);
        bool shaped = rank is 1 or 2 or 3 && tensor.Shape.All(size => size > 0) && tensor.Shape.Aggregate(1.0, (product, size) => product * size) <= Array.MaxLength;
        if (!shaped) throw new ArgumentException($"Tensor '{tensor.Name}' must have one, two or three sizes and at least one element.", nameof(tensor));
        bool placed = placement is { Offset: >= 0, Lanes: > 0, GroupStride: >= 0, InputStride: >= 0 }
            && (!tensor.IsQuantized || (rank == 2 && placement.Lanes == QuantizedPanel.Width))
            && tensor.End <= Floats;
        if (!placed) throw new ArgumentException($"Tensor '{tensor.Name}' does not lie within the buffer of {Floats} floats.", nameof(tensor));
    }
}
