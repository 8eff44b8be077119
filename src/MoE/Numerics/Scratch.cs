using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MoE.Numerics;

/// <summary>
/// Working memory of the current thread, taken and given back like a stack frame. Once a thread has had a frame of some
/// size, a frame of that size costs no allocation.
/// </summary>
/// <example><code>using Scratch scratch = Scratch.Rent(floats);</code></example>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct Scratch
{
    [ThreadStatic]
    private static AlignedFloats? t_slab;

    [ThreadStatic]
    private static int t_used;

    private readonly AlignedFloats _slab;
    private readonly int _start;

    private Scratch(AlignedFloats slab, int start)
    {
        _slab = slab;
        _start = start;
    }

    /// <summary>The first float, aligned to 64 bytes. What it holds is left over from earlier frames.</summary>
    public ref float Origin
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref _slab.Origin, _start);
    }

    /// <summary>The first floats.</summary>
    public Span<float> Span(int floats) => MemoryMarshal.CreateSpan(ref Origin, floats);

    /// <summary>A frame of at least <paramref name="floats"/> floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scratch Rent(int floats)
    {
        // In 64 bits: a frame may be larger than any slab.
        long end = t_used + (((long)floats + 15) & ~15);
        AlignedFloats? slab = t_slab;
        if (slab is null || end > slab.Length)
            return RentFromLarger(checked((int)end));
        Scratch frame = new(slab, t_used);
        t_used = (int)end;
        return frame;
    }

    /// <summary>Gives the frame back; frames end in the reverse order of their beginning.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dispose() => t_used = _start;

    // Frames that are still open keep the slab that they came from; its successor starts where they end, so that one
    // slab holds them all the next time.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Scratch RentFromLarger(int end)
    {
        long twice = 2L * (t_slab?.Length ?? 2048);
        t_slab = new AlignedFloats((int)Math.Max(end, Math.Min(twice, Array.MaxLength / 2)));
        Scratch frame = new(t_slab, t_used);
        t_used = end;
        return frame;
    }
}
