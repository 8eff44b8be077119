using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace MoE.Benchmarks.Peers;

/// <summary>
/// The speed of this core right now: a chain of dependent additions takes one cycle for each while the core is ours alone.
/// On a virtual machine it drops while a neighbour runs on the sibling hyperthread, and with it what we measure.
/// </summary>
internal static class ClockProbe
{
    private const int Additions = 50_000;
    private static ulong s_sum;

    /// <returns>GHz.</returns>
    // Optimized from its first call, or the first probes would show the compiler's tier instead of the clock.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Read()
    {
        ulong sum = s_sum;
        long start = Stopwatch.GetTimestamp();
        for (ulong i = 0; i < Additions; i++) sum += i;
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        s_sum = sum;
        return Additions / seconds * 1e-9;
    }
}
