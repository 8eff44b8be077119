using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace MoE.Persistence;

/// <summary>From the names that other programs give a mixture's tensors to ours.</summary>
internal static class TensorNames
{
    // Hugging Face: Qwen, OLMoE and DeepSeek call a GLU's layers gate_proj, up_proj, down_proj; Mixtral w1, w3, w2 like us.
    // Switch Transformers' experts are wi, ReLU, wo.
    private static readonly Dictionary<string, string> Modules = new(StringComparer.Ordinal)
    {
        ["gate_proj"] = "w1",
        ["up_proj"] = "w3",
        ["down_proj"] = "w2",
        ["wi"] = "0",
        ["wo"] = "2",
    };

    /// <summary>Our names for those of a file, in the same order.</summary>
    /// <param name="names">Those of the file.</param>
    /// <param name="model">Those of the model's parameters.</param>
    public static ImmutableArray<string> Resolve(IEnumerable<string> names, IEnumerable<string> model)
    {
        List<string> ours = [.. names.Select(Rename)];
        Dictionary<int, int[]> expected = Numbers(model);
        Dictionary<int, int[]> came = Numbers(ours);
        return ours.Select(name => Renumber(name, came, expected)).ToImmutableArray();
    }

    private static string Rename(string name)
    {
        // Switch Transformers, gpt-oss.
        if (name is "router.classifier.weight" or "router.weight") return "gate.weight";
        if (name == "router.bias") return "gate.bias";
        string[] parts = name.Split('.');
        if (name.StartsWith("shared_expert", StringComparison.Ordinal) && parts.Length == 3)
            return $"{parts[0]}.{OurModule(parts[1])}.{parts[2]}";
        if (!ExpertTensorName.TryParse(name, out ExpertTensorName parsed)) return name;
        return (parsed with { Module = OurModule(parsed.Module) }).ToString();
    }

    private static string OurModule(string module) => Modules.TryGetValue(module, out string? ours) ? ours : module;

    // Modules without parameters (dropout, say) take numbers too, so only the order of an nn.Sequential's numbers counts.
    private static string Renumber(string name, Dictionary<int, int[]> came, Dictionary<int, int[]> expected)
    {
        if (!ExpertTensorName.TryParse(name, out ExpertTensorName parsed) || parsed.Number < 0) return name;
        if (!expected.TryGetValue(parsed.Expert, out int[]? to)) return name;
        int[] from = came[parsed.Expert];
        if (from.Length != to.Length) return name;
        int number = to[Array.BinarySearch(from, parsed.Number)];
        return (parsed with { Module = number.ToString(CultureInfo.InvariantCulture) }).ToString();
    }

    // For each expert the numbers of its modules, ascending.
    private static Dictionary<int, int[]> Numbers(IEnumerable<string> names) => names
        .Select(name => ExpertTensorName.TryParse(name, out ExpertTensorName parsed) ? parsed : new ExpertTensorName(-1, "", ""))
        .Where(parsed => parsed.Number >= 0)
        .GroupBy(parsed => parsed.Expert, parsed => parsed.Number)
        .ToDictionary(group => group.Key, group => group.Distinct().OrderBy(number => number).ToArray());
}
