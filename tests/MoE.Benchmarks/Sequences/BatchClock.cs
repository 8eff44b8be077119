using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using MoE.Benchmarks.Peers;

namespace MoE.Benchmarks.Sequences;

/// <summary>Times the batches of a Fit, and cancels it after a while.</summary>
/// <param name="seconds">That while.</param>
/// <param name="enough">Cancels it.</param>
internal sealed class BatchClock(double seconds, CancellationTokenSource enough) : IProgress<FitProgress>
{
    // The first batches are the JIT's.
    private const int WarmUp = 20, Least = 5;

    private readonly List<double> _times = [], _clocks = [];
    private TimeSpan _processorBegin, _processorEnd;
    private long _begin, _last;
    private int _batches;

    /// <summary>The task loss of the first batch, which both programs must agree on.</summary>
    public float FirstLoss { get; private set; }

    /// <summary>Processor time of a batch in microseconds, the mean.</summary>
    public double Processor => (_processorEnd - _processorBegin).TotalMicroseconds / (_batches - WarmUp);

    public Measurement Measurement
    {
        get
        {
            double[] times = [.. _times.Order()], clocks = [.. _clocks.Order()];
            return new(times[times.Length / 2] * 1e6, 0, times[0] * 1e6, clocks[clocks.Length / 2]);
        }
    }

    public void Report(FitProgress value)
    {
        long now = Stopwatch.GetTimestamp();
        if (_batches == 0) FirstLoss = (float)value.Loss.Task;
        // An epoch's first batch also follows the epoch's end, which keeps a copy of the weights.
        _processorEnd = Environment.CpuUsage.TotalTime;
        if (++_batches == WarmUp) (_begin, _processorBegin) = (now, _processorEnd);
        else if (_batches > WarmUp && value.Batch > 1) _times.Add(Stopwatch.GetElapsedTime(_last, now).TotalSeconds);
        if (_batches > WarmUp && _times.Count >= Least && Stopwatch.GetElapsedTime(_begin).TotalSeconds > seconds) enough.Cancel();
        _clocks.Add(ClockProbe.Read());
        _last = Stopwatch.GetTimestamp();
    }
}
