using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MoE.Numerics;

/// <summary>Zeroed floats on the pinned heap whose first one lies on a 64-byte boundary: a cache line, an AVX-512 vector.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AlignedFloats
{
    private const int Alignment = 64;

    private readonly float[] _array;
    private readonly int _first;

    /// <summary>Allocates; the memory is zero.</summary>
    /// <param name="length">Floats, at least 0.</param>
    public unsafe AlignedFloats(int length)
    {
        _array = GC.AllocateArray<float>(checked(length + (Alignment / sizeof(float))), pinned: true);
        void* address = Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_array));
        _first = (int)((Alignment - ((nuint)address % Alignment)) % Alignment) / sizeof(float);
        HugePages.Advise(address, (nint)length * sizeof(float));
        Length = length;
    }

    /// <summary>Floats from <see cref="Origin"/> on.</summary>
    public int Length { get; }

    /// <summary>The first float.</summary>
    public ref float Origin
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _first);
    }

    /// <summary>All of them.</summary>
    public Span<float> Span => _array.AsSpan(_first, Length);
}
