using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;

namespace MoE.Benchmarks.Train;

/// <summary>The times of a Fit's steps, from what it reports after each, and its end after some seconds.</summary>
/// <param name="seconds">Of steps that count.</param>
internal sealed class StepTimes(double seconds) : IProgress<FitProgress>, IDisposable
{
    // A user's process gets the JIT's best code after a while; the tiers are left as they are and given that while.
    private const double WarmUpSeconds = 1;
    private const int LeastSteps = 20;

    private readonly CancellationTokenSource _end = new();
    private readonly List<long> _ticks = [];
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _last;

    /// <summary>Ends the Fit.</summary>
    public CancellationToken Token => _end.Token;

    /// <summary>The loss of the last mini-batches.</summary>
    public double Loss { get; private set; }

    /// <summary>Microseconds.</summary>
    public double Median => Of(_ticks.Order().ElementAt(_ticks.Count / 2));

    /// <summary>Microseconds.</summary>
    public double Least => Of(_ticks.Min());

    public void Report(FitProgress value)
    {
        long now = Stopwatch.GetTimestamp();
        double elapsed = Stopwatch.GetElapsedTime(_start, now).TotalSeconds;
        // The first of an epoch has the end of the last one in it.
        if (elapsed > WarmUpSeconds && value.Batch > 1) _ticks.Add(now - _last);
        if (elapsed > WarmUpSeconds + seconds && _ticks.Count >= LeastSteps) _end.Cancel();
        _last = now;
        Loss = value.Loss.Total;
    }

    public void Dispose() => _end.Dispose();

    private static double Of(long ticks) => ticks * 1e6 / Stopwatch.Frequency;
}
