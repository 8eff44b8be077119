using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using MoE.Tests.Golden;
using Shouldly;

namespace MoE.Tests.Statistics;

/// <summary>A golden case of recorded routes, without a model.</summary>
internal sealed class MetricsCase
{
    private readonly GoldenFile _data;
    private readonly JsonElement _json;

    public MetricsCase(string folder)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Golden", folder);
        _data = new GoldenFile(Path.Combine(path, "data.safetensors"));
        _json = JsonDocument.Parse(File.ReadAllText(Path.Combine(path, "case.json"))).RootElement;
    }

    public int[] Experts => _data.Ints("route.indices");

    public int[] Labels => _data.Ints("labels");

    public int TopK => _json.GetProperty("top_k").GetInt32();

    public int ExpertCount => _json.GetProperty("num_experts").GetInt32();

    public int ClassCount => _json.GetProperty("classes").GetInt32();

    public string[] Names => [.. _json.GetProperty("expected").EnumerateObject().Select(entry => entry.Name)];

    public RoutingStatistics Statistics => RoutingStatistics.Of(Experts, TopK, ExpertCount, Labels, ClassCount);

    public void ShouldMatch(string name, params double[] actual)
    {
        JsonElement stored = _json.GetProperty("expected").GetProperty(name);
        double[] expected = stored.ValueKind == JsonValueKind.Array ? [.. stored.EnumerateArray().Select(value => value.GetDouble())] : [stored.GetDouble()];
        JsonElement tolerance = _json.GetProperty("tolerance");
        double allowed = (tolerance.GetProperty("expected").GetDouble() * Length(expected)) + (tolerance.GetProperty("absolute").GetDouble() * Math.Sqrt(expected.Length));
        actual.Length.ShouldBe(expected.Length, name);
        Length([.. actual.Zip(expected, (left, right) => left - right)]).ShouldBeLessThanOrEqualTo(allowed, name);
    }

    private static double Length(double[] values) => Math.Sqrt(values.Sum(value => value * value));
}
