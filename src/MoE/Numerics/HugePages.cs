using System;
using System.Runtime.InteropServices;

namespace MoE.Numerics;

/// <summary>
/// Asks Linux for 2 MiB pages: weights are streamed, and with 4 KiB pages the look-up of addresses takes as long as the
/// memory. Where nobody answers, nothing changes but the speed.
/// </summary>
internal static partial class HugePages
{
    private const int Least = 4 << 20;
    private const nint PageBytes = 2 << 20;
    private const int AdviseHugePage = 14;

    /// <summary>To be called before the memory is first touched.</summary>
    public static unsafe void Advise(void* start, nint bytes)
    {
        if (bytes < Least || !OperatingSystem.IsLinux())
            return;
        nint first = ((nint)start + PageBytes - 1) & ~(PageBytes - 1);
        nint end = ((nint)start + bytes) & ~(PageBytes - 1);
        try
        {
            _ = MemoryAdvise(first, (nuint)(end - first), AdviseHugePage);
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            // A C library of another name: the pages stay small.
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int MemoryAdvise(nint start, nuint length, int advice);
}
