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
    private static ScratchStack? t_stack;

    private readonly ScratchStack _stack;
    private readonly AlignedFloats _slab;
    private readonly int _start;

    private Scratch(ScratchStack stack, int end)
    {
        _stack = stack;
        _slab = stack.Slab;
        _start = stack.Used;
        stack.Used = end;
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
        ScratchStack stack = t_stack ??= new ScratchStack();
        // In 64 bits: a frame may be larger than any slab.
        long end = stack.Used + (((long)floats + 15) & ~15);
        if (end > stack.Slab.Length)
            stack.Grow(checked((int)end));
        return new Scratch(stack, (int)end);
    }

    /// <summary>Gives the frame back; frames end in the reverse order of their beginning.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dispose() => _stack.Used = _start;
}
