using System;
using System.ComponentModel;
using System.Linq;

namespace MoE.Sequences;

/// <summary>What the states of a model's sequences are like.</summary>
/// <param name="model">The model's declaration, as its files tell it: states fit models that agree in it.</param>
/// <param name="parts">What remembers, and how many times it is there.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StateShape(string model, params (int Count, SequenceMixer Mixer)[] parts)
{
    /// <summary>Rows that attention over the whole past can hold where nothing is said.</summary>
    public const int DefaultCapacity = 4096;

    internal string Model => model;

    private bool Grows { get; } = parts.Any(part => part.Mixer.StateFloats(1) != part.Mixer.StateFloats(DefaultCapacity));

    /// <summary>The rows that a state can take; there is no limit where it does not grow with them.</summary>
    internal int Limit(int capacity) => Grows ? capacity : int.MaxValue;

    internal int Floats(int capacity) => checked(parts.Sum(part => checked(part.Count * part.Mixer.StateFloats(capacity))));

    /// <summary>A state before the first row.</summary>
    /// <param name="capacity">Rows that attention over the whole past can hold; 0: <see cref="DefaultCapacity"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public SequenceState Create(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        return new SequenceState(this, capacity == 0 ? DefaultCapacity : capacity);
    }
}
