using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace MoE.Numerics;

/// <summary>Asks for memory ahead of its use.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Prefetch
{
    /// <summary>The cache line that lies some floats behind a reference, into the second-level cache; any place will do, no error follows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Line(ref float reference, int floats)
    {
        // An address and nothing more: the processor ignores one that is not mapped.
        if (Sse.IsSupported)
            Sse.Prefetch1((float*)Unsafe.AsPointer(ref reference) + floats);
    }
}
