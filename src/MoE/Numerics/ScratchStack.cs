using System;
using System.Runtime.CompilerServices;

namespace MoE.Numerics;

/// <summary>The working memory of one thread: a slab, and how much of it open frames have.</summary>
internal sealed class ScratchStack
{
    private const int FirstFloats = 4096;

    public AlignedFloats Slab { get; private set; } = new(FirstFloats);

    public int Used { get; set; }

    /// <summary>
    /// A larger slab. Open frames keep the one that they came from; its successor's frames start where they end, so that
    /// one slab holds them all the next time.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Grow(int floats) => Slab = new AlignedFloats((int)Math.Max(floats, Math.Min(2L * Slab.Length, Array.MaxLength / 2)));
}
