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

    private const string Scale = "_scale";
    private const string ZeroPoint = "_zero_point";

    // All experts' tensors in one: what it holds is for Load to say.
    private static readonly ImmutableArray<string> Fused = ImmutableArray.Create(
        "experts.gate_up_proj", "experts.gate_up_proj_bias", "experts.down_proj", "experts.down_proj_bias");

    /// <summary>The first thing that is wrong; null where nothing is.</summary>
    public static string? Fault(ModelPlan plan, ImmutableArray<WeightsTensor> tensors)
    {
        HashSet<string> codes = Codes(tensors);
        tensors = tensors.Where(tensor => !IsBeside(tensor.Name, Scale, codes) && !IsBeside(tensor.Name, ZeroPoint, codes)).ToImmutableArray();
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
            else if (!tensor.Shape.SequenceEqual(ShapeOf(own, tensor, codes.Contains(tensor.Name))))
                return $"tensor '{tensor.Name}' has the shape {Show(tensor.Shape)}, the model's has {Show(ShapeOf(own, tensor, codes.Contains(tensor.Name)))}";
            else if (!Readable.Contains(tensor.Dtype) && !codes.Contains(tensor.Name))
                return $"tensor '{tensor.Name}' has the dtype '{tensor.Dtype}', which cannot be read: {string.Join(", ", Readable)} can";
        }
        TensorPlan? missing = names.Any(Fused.Contains) ? null : plan.Root.Tensors.FirstOrDefault(tensor => !names.Contains(tensor.Name));
        return missing is not null ? $"it lacks the tensor '{missing.Name}' of the shape {Show(missing.Shape)}"
            : surplus is not null ? $"the model has no tensor '{surplus}'"
            : null;
    }

    // Matrices of codes: their scales stand beside them, and where two share a byte their zero points.
    private static HashSet<string> Codes(ImmutableArray<WeightsTensor> tensors)
    {
        HashSet<string> names = [.. tensors.Select(tensor => tensor.Name)];
        return [.. tensors
            .Where(tensor => names.Contains(tensor.Name + Scale) && (tensor.Dtype == "I8" || (tensor.Dtype == "U8" && names.Contains(tensor.Name + ZeroPoint))))
            .Select(tensor => tensor.Name)];
    }

    private static bool IsBeside(string name, string suffix, HashSet<string> codes) =>
        name.EndsWith(suffix, StringComparison.Ordinal) && codes.Contains(name.Substring(0, name.Length - suffix.Length));

    // What a file of this dtype has: two codes of half a byte side by side in a row.
    private static IEnumerable<long> ShapeOf(TensorPlan own, WeightsTensor tensor, bool hasCodes) =>
        own.Shape.Select((size, axis) => hasCodes && tensor.Dtype == "U8" && axis == 1 ? (size + 1L) / 2 : size);

    private static string Show<T>(IEnumerable<T> shape) => FormattableString.Invariant($"[{string.Join(", ", shape)}]");
}
