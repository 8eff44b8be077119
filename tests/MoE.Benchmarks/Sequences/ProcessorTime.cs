using System;
using System.Diagnostics;

namespace MoE.Benchmarks.Sequences;

/// <summary>Processor time of a call, of all threads together: what is left to compare by while others use the machine.</summary>
internal static class ProcessorTime
{
    private const int Least = 5;

    /// <param name="call">Warm.</param>
    /// <param name="seconds">How long to measure, on the clock.</param>
    /// <returns>Microseconds, the mean.</returns>
    public static double Of(Action call, double seconds)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        int calls = 0;
        for (; calls < Least || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; calls++) call();
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / calls;
    }
}
