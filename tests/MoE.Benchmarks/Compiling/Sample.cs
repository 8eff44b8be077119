using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace MoE.Benchmarks.Compiling;

/// <summary>What one call took.</summary>
/// <param name="Milliseconds">Its time.</param>
/// <param name="Bytes">What it allocated, on all threads.</param>
internal readonly record struct Sample(double Milliseconds, long Bytes)
{
    /// <summary>Makes the call and hands on what it gave, so that it is not left out.</summary>
    public static Sample Take<T>(Func<T> call)
    {
        // The garbage of what was measured before is not this call's.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long bytes = GC.GetTotalAllocatedBytes(precise: true), start = Stopwatch.GetTimestamp();
        T result = call();
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        GC.KeepAlive(result);
        return new(milliseconds, bytes);
    }

    /// <summary>Time and bytes, each the median of its own.</summary>
    public static Sample MedianOf(IReadOnlyCollection<Sample> samples) =>
        new(MedianOf(samples.Select(each => each.Milliseconds)), (long)MedianOf(samples.Select(each => (double)each.Bytes)));

    public static double MedianOf(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
