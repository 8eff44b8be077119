using System;
using System.Collections.Generic;
using System.ComponentModel;
using MoE.Numerics;

namespace MoE.Persistence;

/// <summary>The parameters of one model: a pinned array whose first float lies on a cache line; padding is always zero.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParameterBuffer
{
    private readonly AlignedFloats _floats;
    private ConversionMeter? _conversion;

    /// <summary>A buffer of zeros.</summary>
    public ParameterBuffer(ModelLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        Layout = layout;
        _floats = new AlignedFloats(layout.Floats);
    }

    /// <summary>What lies where.</summary>
    public ModelLayout Layout { get; }

    /// <summary>What came from a file beside the parameters, for the model that takes them.</summary>
    internal IReadOnlyList<StateTensor>? LoadedStates { get; set; }

    /// <summary>Gives a model's experts what came from the file beside the parameters; nothing where these come from no file.</summary>
    /// <exception cref="ModelFormatException">A tensor is missing, misshapen, surplus, or holds what cannot be.</exception>
    public void Restore(NamedState[] states)
    {
        if (LoadedStates is { } loaded)
            NamedState.Restore(states, loaded);
        LoadedStates = null;
    }

    /// <summary>The first float; its address is a multiple of 64 and does not change.</summary>
    public ref float Origin => ref _floats.Origin;

    /// <summary>All floats, padding included; whoever writes here leaves the padding zero.</summary>
    public Span<float> Floats => _floats.Span;

    /// <summary>Copies a tensor out, row-major.</summary>
    /// <exception cref="ArgumentException">There is no such tensor, or it has another number of elements.</exception>
    public void Get(string name, Span<float> values) => TensorPacking.Unpack(Find(name, values.Length), 0, Floats, values);

    /// <summary>Replaces a tensor, row-major.</summary>
    /// <exception cref="ArgumentException">There is no such tensor, it has another number of elements, or codes cannot stand for one that is not finite; nothing is changed.</exception>
    public void Set(string name, ReadOnlySpan<float> values)
    {
        TensorLayout tensor = Find(name, values.Length);
        if (NotFinite(tensor, values) is >= 0 and int at)
            throw new ArgumentException($"Tensor '{name}' is stored as {tensor.Format}, which holds finite numbers only; element {at} is {values[at]}.", nameof(values));
        TensorPacking.Pack(tensor, 0, values, Floats);
    }

    /// <summary>Puts elements [first, first + values.Length) of a file's tensor in their places and notes how far they were rounded.</summary>
    /// <exception cref="ModelFormatException">Codes cannot stand for one that is not finite.</exception>
    internal void Load(TensorLayout tensor, int first, ReadOnlySpan<float> values)
    {
        if (NotFinite(tensor, values) is >= 0 and int at)
            throw new ModelFormatException($"Tensor '{tensor.Name}' is to be rounded to {tensor.Format}, which holds finite numbers only; element {first + at} is {values[at]}.");
        TensorPacking.Pack(tensor, first, values, Floats);
        if (tensor.Format != WeightFormat.Float32)
            (_conversion ??= new ConversionMeter()).Compare(tensor, first, values, Floats);
    }

    /// <summary>How far a file's weights were rounded.</summary>
    public ConversionReport Conversion => _conversion?.Report ?? ConversionReport.Nothing;

    // -1: all are finite, or need not be.
    private static int NotFinite(TensorLayout tensor, ReadOnlySpan<float> values)
    {
        for (int i = 0; tensor.IsQuantized && i < values.Length; i++)
            if (!float.IsFinite(values[i])) return i;
        return -1;
    }

    /// <summary>Fresh values, the same on every machine and whatever the placement.</summary>
    public void Initialize(ulong seed)
    {
        Span<float> chunk = stackalloc float[256];
        for (int index = 0; index < Layout.Tensors.Length; index++)
        {
            TensorLayout tensor = Layout.Tensors[index];
            Xoshiro256 random = Xoshiro256.ForStream(seed, index);
            for (int first = 0, count; first < tensor.Elements; first += count)
            {
                count = tensor.Run(first, chunk.Length);
                Span<float> values = chunk[..count];
                InitialValues.Fill(values, first, tensor.Initial, ref random);
                TensorPacking.Pack(tensor, first, values, Floats);
            }
        }
    }

    /// <summary>Makes all values those of another buffer of the same layout.</summary>
    /// <exception cref="ArgumentException">The layouts differ; nothing is changed.</exception>
    public void CopyFrom(ParameterBuffer other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Layout != Layout) throw new ArgumentException("The buffer belongs to another model.", nameof(other));
        other.Floats.CopyTo(Floats);
    }

    /// <summary>Makes all values zero.</summary>
    public void Clear() => Floats.Clear();

    private TensorLayout Find(string name, int came)
    {
        TensorLayout tensor = Layout[name];
        return tensor.Elements == came
            ? tensor
            : throw new ArgumentException(
                $"Tensor '{name}' has {tensor.Elements} elements ([{string.Join(", ", tensor.Shape)}], row-major); {came} came.");
    }
}
