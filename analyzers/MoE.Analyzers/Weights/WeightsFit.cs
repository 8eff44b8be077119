using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using MoE.Generators.Planning;
using MoE.Persistence;

namespace MoE.Analyzers.Weights;

/// <summary>Whether a weights file holds what a model would load.</summary>
internal static class WeightsFit
{
    private static readonly ImmutableArray<string> Readable = ImmutableArray.Create("F32", "F16", "BF16");

    // All experts' tensors in one: what it holds is for Load to say.
    private static readonly ImmutableArray<string> Fused = ImmutableArray.Create(
        "experts.gate_up_proj", "experts.gate_up_proj_bias", "experts.down_proj", "experts.down_proj_bias");

    /// <summary>The first thing that is wrong; null where nothing is.</summary>
    public static string? Fault(ModelPlan plan, ImmutableArray<WeightsTensor> tensors)
    {
        Dictionary<string, TensorPlan> expected = plan.Root.Tensors.ToDictionary(tensor => tensor.Name);
        ImmutableArray<string> names = TensorNames.Resolve(tensors.Select(tensor => tensor.Name), expected.Keys);
        string[] states = plan.StatePrefixes.ToArray();
        string? surplus = null;
        foreach ((WeightsTensor tensor, string name) in tensors.Zip(names, (tensor, name) => (tensor, name)))
        {
            if (Fused.Contains(name) || states.Any(state => name.StartsWith(state, StringComparison.Ordinal)))
                continue;
            if (!expected.TryGetValue(name, out TensorPlan own))
                surplus ??= tensor.Name;
            else if (!tensor.Shape.SequenceEqual(own.Shape.Select(size => (long)size)))
                return $"tensor '{tensor.Name}' has the shape {Show(tensor.Shape)}, the model's has {Show(own.Shape)}";
            else if (!Readable.Contains(tensor.Dtype))
                return $"tensor '{tensor.Name}' has the dtype '{tensor.Dtype}', which cannot be read: {string.Join(", ", Readable)} can";
        }
        TensorPlan? missing = names.Any(Fused.Contains) ? null : plan.Root.Tensors.FirstOrDefault(tensor => !names.Contains(tensor.Name));
        return missing is not null ? $"it lacks the tensor '{missing.Name}' of the shape {Show(missing.Shape)}"
            : surplus is not null ? $"the model has no tensor '{surplus}'"
            : null;
    }

    private static string Show<T>(IEnumerable<T> shape) => FormattableString.Invariant($"[{string.Join(", ", shape)}]");
}
