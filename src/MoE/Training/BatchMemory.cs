using System;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using MoE.Numerics;

namespace MoE.Training;

/// <summary>Memory that one thread takes and another may give back, kept for the next step: what a nested mixture holds from its way forward to its way back.</summary>
internal sealed class BatchMemory : IDisposable
{
    private static readonly ConcurrentBag<AlignedFloats> s_free = [];

    private readonly AlignedFloats _floats;

    private BatchMemory(AlignedFloats floats) => _floats = floats;

    /// <summary>On the pinned heap.</summary>
    public ref float Origin => ref _floats.Origin;

    public static BatchMemory Rent(int floats) =>
        new(s_free.TryTake(out AlignedFloats? free) && free.Span.Length >= floats ? free : new AlignedFloats(floats));

    public void Dispose() => s_free.Add(_floats);
}
