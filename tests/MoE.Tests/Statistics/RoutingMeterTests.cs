using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Linq;
using MoE.Statistics;
using Shouldly;
using Xunit;

namespace MoE.Tests.Statistics;

/// <summary>What listeners hear. The meter is one for the process, so tests that run beside these are told apart by the model.</summary>
public class RoutingMeterTests
{
    private const string Model = "Triage";

    private readonly RoutingStatistics _statistics = RoutingStatistics.Of([0, 0, 0, -1], [1f, 1f, 1f, 0f], [.. Enumerable.Repeat(0.5f, 8)], 1, 2, [], 0);
    private readonly List<(string Name, double Value, string Tags)> _heard = [];

    [Fact]
    public void A_listener_hears_counts_and_gauges()
    {
        using MeterListener listener = Listen(_ => true);
        RoutingMeter.Publish(Model, _statistics);
        _heard.ShouldBe(
            [
                ("moe.router.rows", 4, "model=Triage"),
                ("moe.router.dropped", 1, "model=Triage"),
                ("moe.router.load_cv_squared", 1, "model=Triage"),
                ("moe.router.effective_experts", 1, "model=Triage"),
                ("moe.router.entropy", _statistics.RouterEntropy, "model=Triage"),
                ("moe.router.assignments", 3, "model=Triage,expert=0"),
                ("moe.router.assignments", 0, "model=Triage,expert=1"),
            ]);
    }

    [Fact]
    public void A_listener_to_one_instrument_hears_that()
    {
        using MeterListener listener = Listen(name => name == "moe.router.dropped");
        RoutingMeter.Publish(Model, _statistics);
        _heard.ShouldBe([("moe.router.dropped", 1, "model=Triage")]);
    }

    [Fact]
    public void What_is_not_known_is_not_published()
    {
        using MeterListener listener = Listen(_ => true);
        RoutingMeter.Publish(Model, RoutingStatistics.Of([], 1, 1));
        _heard.ShouldBe([("moe.router.rows", 0, "model=Triage"), ("moe.router.dropped", 0, "model=Triage"), ("moe.router.assignments", 0, "model=Triage,expert=0")]);
    }

    [Fact]
    public void Without_a_listener_nothing_is_allocated()
    {
        RoutingMeter.Publish(Model, _statistics);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int call = 0; call < 1000; call++)
            RoutingMeter.Publish(Model, _statistics);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private MeterListener Listen(Func<string, bool> wanted)
    {
        MeterListener listener = new()
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "MoE" && wanted(instrument.Name))
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.Start();
        return listener;
    }

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags[0].Value is Model)
            _heard.Add((instrument.Name, value, string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
    }
}
