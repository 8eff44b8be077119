using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using MoE.Tests.Models;
using MoE.Tests.Persistence;
using Shouldly;

namespace MoE.Tests.Golden;

/// <summary>A case with the model that is declared for it.</summary>
internal sealed class GoldenCase
{
    private readonly ModelFactory _factory;
    private readonly Dictionary<string, double> _tolerances;
    private readonly Lazy<Dictionary<string, string>> _names;
    private readonly string[] _buffers;

    public GoldenCase(string folder, ModelFactory factory)
    {
        _factory = factory;
        string path = Path.Combine(AppContext.BaseDirectory, "Golden", folder);
        ModelPath = Path.Combine(path, "model.safetensors");
        Data = new GoldenFile(Path.Combine(path, "data.safetensors"));
        JsonElement json = JsonDocument.Parse(File.ReadAllText(Path.Combine(path, "case.json"))).RootElement;
        _tolerances = json.GetProperty("tolerance").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetDouble());
        Optimizer = json.TryGetProperty("optimizer", out JsonElement optimizer) ? optimizer : null;
        _names = new Lazy<Dictionary<string, string>>(TheirNames);
        _buffers = json.TryGetProperty("not_trained", out JsonElement buffers) ? [.. buffers.EnumerateArray().Select(name => name.GetString()!)] : [];
    }

    public string ModelPath { get; }

    public GoldenFile Data { get; }

    /// <summary>Null where the case has no steps.</summary>
    public JsonElement? Optimizer { get; }

    public float[] Inputs => Data.Floats("x");

    public int Rows => Data.Shape("x")[..^1].Aggregate(1, (product, size) => product * size);

    public float[] Targets => Data.Has("labels") ? [.. Data.Ints("labels").Select(label => (float)label)] : Data.Floats("target");

    public IModel Load() => _factory.Load(ModelPath);

    /// <summary>Whether the case trains a parameter.</summary>
    public bool IsTrained(string parameter) => !_buffers.Contains(TheirName(parameter));

    /// <summary>A parameter's name in the file.</summary>
    public string TheirName(string parameter) => _names.Value[parameter];

    public void ShouldMatch(string name, IEnumerable<double> actual) => ShouldMatch(name, actual, [.. Data.Floats(name).Select(value => (double)value)]);

    public void ShouldMatch(string name, IEnumerable<float> actual) => ShouldMatch(name, actual.Select(value => (double)value));

    private void ShouldMatch(string name, IEnumerable<double> actual, double[] expected)
    {
        double[] values = [.. actual];
        values.Length.ShouldBe(expected.Length, name);
        double allowed = (_tolerances[name] * Length(expected)) + (_tolerances["absolute"] * Math.Sqrt(expected.Length));
        Length(values.Zip(expected, (left, right) => left - right)).ShouldBeLessThanOrEqualTo(allowed, name);
    }

    private static double Length(IEnumerable<double> values) => Math.Sqrt(values.Sum(value => value * value));

    // A module's Dropout takes a number in the file and none in ours: the numbers differ, their order does not.
    private Dictionary<string, string> TheirNames()
    {
        string[] ours = [.. _factory.Create(0).Parameters.Select(tensor => tensor.Name)];
        string[] theirs = [.. TestFile.Parse(File.ReadAllBytes(ModelPath)).Tensors.Select(tensor => tensor.Name)];
        return ours.ToDictionary(name => name, name => theirs.Contains(name) && ours.Order().SequenceEqual(theirs.Order()) ? name : InOrder(name));

        string InOrder(string name)
        {
            string group = Group(name);
            int place = Array.IndexOf([.. ours.Where(other => Group(other) == group)], name);
            return theirs.Where(other => Group(other) == group).ElementAt(place);
        }
    }

    // experts.1.3.weight -> experts.1.weight
    private static string Group(string name) =>
        name.Split('.') is ["experts", string expert, _, string member] ? $"experts.{expert}.{member}" : name;
}
