using System.Runtime.CompilerServices;

namespace MoE.Sequences;

/// <summary>Where a sequence stands: what it remembers, and how many rows came before.</summary>
/// <param name="state">The first float of what it remembers.</param>
/// <param name="capacity">Rows that it has room for, where what it remembers grows with them.</param>
/// <param name="position">Rows that came before.</param>
internal readonly ref struct SequencePlace(ref float state, int capacity, int position)
{
    private readonly ref float _state = ref state;

    /// <inheritdoc cref="SequencePlace(ref float, int, int)"/>
    public int Capacity { get; } = capacity;

    /// <inheritdoc cref="SequencePlace(ref float, int, int)"/>
    public int Position { get; } = position;

    /// <summary>The part of what it remembers that begins some floats on.</summary>
    public ref float State(nint offset) => ref Unsafe.Add(ref _state, offset);

    /// <summary>The same place, for what remembers in such a part.</summary>
    public SequencePlace At(nint offset) => new(ref State(offset), Capacity, Position);
}
