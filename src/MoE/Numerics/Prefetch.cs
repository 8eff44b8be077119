using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace MoE.Numerics;

/// <summary>Asks for memory ahead of its use.</summary>
internal static class Prefetch
{
    /// <summary>The cache line that lies some bytes behind a reference, into the second-level cache; any place will do, no error follows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Line(ref float reference, nint bytes)
    {
        // An address and nothing more: the processor ignores one that is not mapped.
        if (Sse.IsSupported)
            Sse.Prefetch1((byte*)Unsafe.AsPointer(ref reference) + bytes);
    }
}
