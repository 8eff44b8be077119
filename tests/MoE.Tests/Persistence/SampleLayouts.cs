using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using MoE.Persistence;

namespace MoE.Tests.Persistence;

/// <summary>Layouts as the generator makes them.</summary>
internal static class SampleLayouts
{
    /// <summary>Every way in which a tensor of [outputs, inputs] can lie, by name; each takes the first free float.</summary>
    public static ImmutableSortedDictionary<string, Func<int, int, int, TensorPlacement>> Placements { get; } =
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, Func<int, int, int, TensorPlacement>>
        {
            ["panels"] = (offset, _, inputs) => new TensorPlacement(offset, 32, 32 * inputs, 32),
            ["narrow panels"] = (offset, _, inputs) => new TensorPlacement(offset, 8, 8 * inputs, 8),
            ["interleaved, first half"] = (offset, _, inputs) => new TensorPlacement(offset, 16, 32 * inputs, 32),
            ["interleaved, second half"] = (offset, _, inputs) => new TensorPlacement(offset + 16, 16, 32 * inputs, 32),
            ["rows"] = (offset, _, inputs) => new TensorPlacement(offset, 1, inputs, 1),
            ["padded rows"] = (offset, _, inputs) => new TensorPlacement(offset, 1, (inputs + 15) / 16 * 16, 1),
        });

    /// <summary>One matrix named "weight".</summary>
    public static ModelLayout Single(string placement, int outputs, int inputs)
    {
        Builder builder = new();
        builder.Add("weight", [outputs, inputs], InitialValue.Uniform(inputs), placement);
        return builder.Build([]);
    }

    /// <summary>Three experts 4 -> 5 -> 3 with a final norm, numbered as without dropout; three classes.</summary>
    public static ModelLayout Mlp(string placement = "panels")
    {
        Builder builder = new();
        builder.Add("gate.weight", [3, 4], InitialValue.Uniform(4), placement);
        builder.Add("gate.bias", [3], InitialValue.Uniform(4));
        builder.Add("temperature", [1], InitialValue.Constant(1));
        for (int expert = 0; expert < 3; expert++)
        {
            builder.Add($"experts.{expert}.0.weight", [5, 4], InitialValue.Uniform(4), placement);
            builder.Add($"experts.{expert}.0.bias", [5], InitialValue.Uniform(4));
            builder.Add($"experts.{expert}.2.weight", [3, 5], InitialValue.Uniform(5), "rows");
            builder.Add($"experts.{expert}.2.bias", [3], InitialValue.Uniform(5));
            builder.Add($"experts.{expert}.3.weight", [3], InitialValue.Constant(1));
            builder.Add($"experts.{expert}.3.bias", [3], InitialValue.Constant(0));
        }
        return builder.Build(["Scope", "Type", "Method"]);
    }

    /// <summary>Two gated experts, 4 -> 6 -> 4 where nothing else is said, gate and up interleaved.</summary>
    public static ModelLayout Glu(int inputs = 4, int hidden = 6, bool biases = false)
    {
        Builder builder = new();
        builder.Add("gate.weight", [2, inputs], InitialValue.Uniform(inputs));
        if (biases) builder.Add("gate.bias", [2], InitialValue.Uniform(inputs));
        for (int expert = 0; expert < 2; expert++)
        {
            builder.Add($"experts.{expert}.w1.weight", [hidden, inputs], InitialValue.Uniform(inputs), "interleaved, first half");
            builder.Rewind();
            builder.Add($"experts.{expert}.w3.weight", [hidden, inputs], InitialValue.Uniform(inputs), "interleaved, second half");
            builder.Add($"experts.{expert}.w2.weight", [inputs, hidden], InitialValue.Uniform(hidden), "narrow panels");
            if (!biases) continue;
            builder.Add($"experts.{expert}.w1.bias", [hidden], InitialValue.Uniform(inputs));
            builder.Add($"experts.{expert}.w3.bias", [hidden], InitialValue.Uniform(inputs));
            builder.Add($"experts.{expert}.w2.bias", [inputs], InitialValue.Uniform(hidden));
        }
        return builder.Build([]);
    }

    /// <summary>The layout that holds the tensors of a file, in its order.</summary>
    public static ModelLayout Of(IEnumerable<(string Name, ImmutableArray<int> Shape)> tensors)
    {
        Builder builder = new();
        foreach ((string name, ImmutableArray<int> shape) in tensors)
            builder.Add(name, shape, InitialValue.Constant(0), shape.Length == 2 ? "panels" : "rows");
        return builder.Build([]);
    }

    private sealed class Builder
    {
        private readonly List<TensorLayout> _tensors = [];
        private int _floats;
        private int _last;

        public void Add(string name, ImmutableArray<int> shape, InitialValue initial, string placement = "rows")
        {
            _last = _floats;
            int inputs = shape.Length == 1 ? 1 : shape[1];
            TensorPlacement place = Placements[placement](_floats, shape[0], inputs);
            _tensors.Add(new TensorLayout(name, shape, place, initial));
            int end = place.Offset + (shape[0] + place.Lanes - 1) / place.Lanes * place.GroupStride + inputs * place.InputStride;
            _floats = (end + 15) / 16 * 16;
        }

        // The next tensor shares the panels of the last one.
        public void Rewind() => _floats = _last;

        public ModelLayout Build(ImmutableArray<string> classNames) => new(_floats, [.. _tensors], classNames, "a test model");
    }
}
