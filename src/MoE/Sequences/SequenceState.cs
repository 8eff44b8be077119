using System;
using System.IO;
using System.Runtime.CompilerServices;
using MoE.Numerics;
using MoE.Sequences;

namespace MoE;

/// <summary>
/// Where one sequence stands in a model: what its layers remember of the rows so far. Made by the model's <c>CreateState</c>, moved on by
/// its <c>Step</c>. One sequence, one state: a state is used by one thread at a time.
/// </summary>
public sealed class SequenceState
{
    private readonly AlignedFloats _floats;

    internal SequenceState(StateShape shape, int capacity)
    {
        Shape = shape;
        Capacity = capacity;
        _floats = new AlignedFloats(shape.Floats(capacity));
    }

    /// <summary>Rows taken so far.</summary>
    public int Position { get; internal set; }

    internal StateShape Shape { get; }

    /// <summary>Rows that attention over the whole past has room for.</summary>
    internal int Capacity { get; }

    internal ref float Origin => ref _floats.Origin;

    internal Span<float> Floats => _floats.Span;

    /// <summary>Back to before the first row.</summary>
    public void Reset()
    {
        Floats.Clear();
        Position = 0;
    }

    /// <summary>Makes another state of the same model stand where this one does: to try what would come next.</summary>
    /// <param name="other">Of the same model class and capacity.</param>
    /// <exception cref="ArgumentException">It is another model's, or has another capacity; nothing is changed.</exception>
    public void CopyTo(SequenceState other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Shape != Shape || other.Capacity != Capacity)
            throw new ArgumentException($"other must be a state of {Shape.Model} with room for {Capacity} rows, but is one of {other.Shape.Model} with room for {other.Capacity}.", nameof(other));
        Floats.CopyTo(other.Floats);
        other.Position = Position;
    }

    /// <summary>Writes the state; the model's <c>LoadState</c> reads it.</summary>
    /// <param name="stream">Where to.</param>
    public void Save(Stream stream) => SequenceStateFile.Write(this, stream);
}
