using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.Metrics;

namespace MoE.Statistics;

/// <summary>
/// Routing statistics for <c>dotnet-counters</c>, OpenTelemetry and other listeners: the meter <c>MoE</c>. Every measurement has
/// the tag <c>model</c>, assignments also <c>expert</c>, its index.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RoutingMeter
{
    private static readonly Meter _meter = new("MoE");
    private static readonly Counter<long> _rows = _meter.CreateCounter<long>("moe.router.rows", "{row}", "Rows routed");
    private static readonly Counter<long> _assignments = _meter.CreateCounter<long>("moe.router.assignments", "{assignment}", "Choices of an expert");
    private static readonly Counter<long> _dropped = _meter.CreateCounter<long>("moe.router.dropped", "{assignment}", "Assignments that reached no expert");
    private static readonly Gauge<double> _loadCvSquared = _meter.CreateGauge<double>("moe.router.load_cv_squared", "1", "Squared coefficient of variation of the experts' load");
    private static readonly Gauge<double> _effectiveExperts = _meter.CreateGauge<double>("moe.router.effective_experts", "{expert}", "Exponential of the utilization's entropy");
    private static readonly Gauge<double> _entropy = _meter.CreateGauge<double>("moe.router.entropy", "nat", "Mean entropy of the router's distribution");

    /// <summary>Adds to the counters and sets the gauges; without a listener nothing but a check of each instrument.</summary>
    /// <param name="model">Whose statistics they are, a class's full name, say.</param>
    /// <param name="statistics">Of rows that were not published before. What is NaN is not published.</param>
    public static void Publish(string model, RoutingStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        Add(_rows, statistics.Rows, model);
        Add(_dropped, statistics.Dropped, model);
        Set(_loadCvSquared, statistics.LoadCvSquared, model);
        Set(_effectiveExperts, statistics.EffectiveExperts, model);
        Set(_entropy, statistics.RouterEntropy, model);
        if (!_assignments.Enabled)
            return;
        for (int expert = 0; expert < statistics.ExpertCounts.Count; expert++)
            _assignments.Add(statistics.ExpertCounts[expert], Tag("model", model), Tag("expert", expert));
    }

    private static void Add(Counter<long> counter, long count, string model)
    {
        if (counter.Enabled)
            counter.Add(count, Tag("model", model));
    }

    private static void Set(Gauge<double> gauge, double value, string model)
    {
        if (gauge.Enabled && !double.IsNaN(value))
            gauge.Record(value, Tag("model", model));
    }

    private static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);
}
