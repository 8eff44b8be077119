using System;
using System.Buffers;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using MoE.Numerics;
using MoE.Persistence;

namespace MoE.Training.Checkpoints;

/// <summary>Where a Fit stood and on what terms, as JSON: in the file's metadata, which holds texts only.</summary>
internal sealed class CheckpointState
{
    private const int Version = 1;

    private readonly JsonElement _root;
    private readonly Dictionary<string, string?> _terms = new(StringComparer.Ordinal);

    private CheckpointState(JsonElement root)
    {
        _root = root;
        foreach (JsonProperty term in root.GetProperty("terms").EnumerateObject())
            _terms[term.Name] = term.Value.GetString();
    }

    /// <summary>The text.</summary>
    public static string Write(FitState state, ImmutableArray<(string Name, string Value)> terms)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteNumber("epoch", state.Epoch);
            json.WriteNumber("batch", state.Batch);
            json.WriteNumber("steps", state.Steps);
            json.WriteStartArray("seeds");
            foreach (ulong word in state.StepSeeds.State)
                json.WriteNumberValue(word);
            json.WriteEndArray();
            json.WriteStartArray("mean");
            foreach (double value in state.Mean.State)
                json.WriteNumberValue(value);
            json.WriteEndArray();
            json.WriteStartArray("losses");
            foreach (LossReport loss in state.Losses)
            {
                json.WriteNumberValue(loss.Task);
                json.WriteNumberValue(loss.LoadBalance);
                json.WriteNumberValue(loss.RouterZ);
            }
            json.WriteEndArray();
            json.WriteStartArray("validationLosses");
            foreach (double loss in state.ValidationLosses)
                json.WriteNumberValue(loss);
            json.WriteEndArray();
            json.WriteStartObject("terms");
            foreach ((string name, string value) in terms)
                json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <exception cref="ModelFormatException">The text says nothing of the kind.</exception>
    public static CheckpointState Read(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            CheckpointState state = new(document.RootElement.Clone());
            if (state._root.GetProperty("version").GetInt32() != Version)
                throw new ModelFormatException("Another version of MoE.Gen wrote this checkpoint. Delete it to begin anew.");
            // Whether all of it is there is asked before anything of the Fit changes.
            state.CopyTo(new FitState());
            return state;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ModelFormatException($"The checkpoint's '{FileHeader.FitKey}' is damaged. Delete the file to begin anew.", error);
        }
    }

    /// <exception cref="ArgumentException">The Fit was another one.</exception>
    public void DemandTerms(string path, ImmutableArray<(string Name, string Value)> terms)
    {
        foreach ((string name, string value) in terms)
        {
            if (_terms.GetValueOrDefault(name) is var was && was != value)
                throw new ArgumentException($"The checkpoint '{path}' is of another Fit: {name} was {was ?? "not said"}, but is {value} now. Make it the same to go on, or delete the file to begin anew.", nameof(path));
        }
    }

    public void CopyTo(FitState state)
    {
        state.Epoch = Count("epoch");
        state.Batch = Count("batch");
        state.Steps = _root.GetProperty("steps").GetInt64();
        ulong[] seeds = [.. Values("seeds", word => word.GetUInt64())];
        double[] mean = [.. Values("mean", value => value.GetDouble())];
        double[] losses = [.. Values("losses", value => value.GetDouble())];
        state.ValidationLosses.AddRange(Values("validationLosses", value => value.GetDouble()));
        if (seeds.Length != Xoshiro256.Words || mean.Length != LossMean.Values || losses.Length != 3 * state.Epoch
            || (state.ValidationLosses.Count != 0 && state.ValidationLosses.Count != state.Epoch))
            throw new FormatException("Numbers are missing, or there are too many.");
        state.StepSeeds = Xoshiro256.Of(seeds);
        state.Mean = LossMean.Of(mean);
        for (int at = 0; at < losses.Length; at += 3)
            state.Losses.Add(new LossReport(losses[at], losses[at + 1], losses[at + 2]));
    }

    private int Count(string name)
    {
        int count = _root.GetProperty(name).GetInt32();
        return count >= 0 ? count : throw new FormatException($"{name} is negative.");
    }

    private IEnumerable<T> Values<T>(string name, Func<JsonElement, T> read)
    {
        foreach (JsonElement value in _root.GetProperty(name).EnumerateArray())
            yield return read(value);
    }
}
