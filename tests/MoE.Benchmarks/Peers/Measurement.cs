using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace MoE.Benchmarks.Peers;

/// <summary>Times of a call, taken as measure() of peer.h takes them.</summary>
/// <param name="Median">Microseconds, of all samples.</param>
/// <param name="Quiet">Microseconds, median of the samples taken at full clock; 0: too few of them.</param>
/// <param name="Least">Microseconds.</param>
/// <param name="Gigahertz">Median of the clock probes.</param>
internal sealed record Measurement(double Median, double Quiet, double Least, double Gigahertz)
{
    private const double SampleSeconds = 20e-6, ProbeEverySeconds = 1.5e-3, QuietShare = 0.75;
    private const double LeastWarmUpSeconds = 0.5, MostWarmUpSeconds = 2;
    private const int WarmUpCalls = 500;

    /// <param name="calls">Makes so many calls.</param>
    /// <param name="seconds">How long to measure.</param>
    public static Measurement Take(Action<int> calls, double seconds)
    {
        WarmUp(calls);
        int inner = CallsOfSample(calls);
        List<double> samples = [], clocks = [ClockProbe.Read()];
        List<int> window = [];      // samples[i] lies between clock probes window[i] and window[i] + 1
        double probed = Now();
        for (double end = Now() + seconds; Now() < end || samples.Count < 5;)
        {
            if (Now() - probed > ProbeEverySeconds)
            {
                clocks.Add(ClockProbe.Read());
                probed = Now();
                calls(1);           // not the first call after the pause
            }
            samples.Add(TimeOf(calls, inner) / inner);
            window.Add(clocks.Count - 1);
        }
        clocks.Add(ClockProbe.Read());
        double full = QuietShare * Math.Max(KnownGigahertz(), clocks.Max());
        List<double> quiet = [.. samples.Where((_, i) => clocks[window[i]] >= full && clocks[window[i] + 1] >= full)];
        return new(MedianOf(samples) * 1e6, quiet.Count < 3 ? 0 : MedianOf(quiet) * 1e6, samples.Min() * 1e6, MedianOf(clocks));
    }

    // A user's process gets the JIT's best code after a while; the tiers are left as they are and given that while.
    private static void WarmUp(Action<int> calls)
    {
        double start = Now();
        for (int made = 0; Now() - start < (made < WarmUpCalls ? MostWarmUpSeconds : LeastWarmUpSeconds); made++) calls(1);
    }

    // As many as take about 20 us, so that the clock itself does not count.
    private static int CallsOfSample(Action<int> calls)
    {
        int inner = 1;
        for (double once = TimeOf(calls, 1); once * inner < SampleSeconds && inner < 1 << 20;)
        {
            inner *= 2;
            once = TimeOf(calls, inner) / inner;
        }
        return inner;
    }

    private static double TimeOf(Action<int> calls, int count)
    {
        double start = Now();
        calls(count);
        return Now() - start;
    }

    private static double Now() => (double)Stopwatch.GetTimestamp() / Stopwatch.Frequency;

    private static double KnownGigahertz() =>
        double.TryParse(Environment.GetEnvironmentVariable("PEER_GHZ"), CultureInfo.InvariantCulture, out double known) ? known : 0;

    private static double MedianOf(List<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
