using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MoE.Persistence;

/// <summary>
/// Hugging Face's fused tensors of all experts' GLU layers: <c>experts.gate_up_proj</c> [E, 2I, D], rows 0..I gate and I..2I up,
/// and <c>experts.down_proj</c> [E, D, I].
/// </summary>
internal static class FusedExperts
{
    /// <summary>The parts of a fused tensor; null for any other tensor, and for a model whose experts are none that can be fused.</summary>
    /// <exception cref="ModelFormatException">The fused tensor's shape is not that of the model's experts.</exception>
    public static IEnumerable<TensorPart>? Split(string name, FileTensor source, ModelLayout layout)
    {
        string[]? modules = name switch
        {
            "experts.gate_up_proj" => ["w1", "w3"],
            "experts.down_proj" => ["w2"],
            _ => null,
        };
        if (modules is null) return null;
        List<TensorLayout> targets = Targets(modules, layout);
        if (targets.Count == 0) return null;

        (int outputs, int inputs) = (targets[0].Outputs, targets[0].Inputs);
        if (targets.Exists(target => target.Outputs != outputs || target.Inputs != inputs)) return null;
        long[] expected = [targets.Count / modules.Length, (long)modules.Length * outputs, inputs];
        if (!source.Shape.SequenceEqual(expected))
            throw new ModelFormatException(
                $"Tensor '{NearNames.Clip(source.Name)}' has shape [{string.Join(", ", source.Shape)}]; the model's experts fused have [{string.Join(", ", expected)}].");
        return targets.Select((target, index) => new TensorPart(source, target, source.Begin + (long)index * target.Elements * source.Format.Size()));
    }

    // In the order in which they lie in the fused tensor.
    private static List<TensorLayout> Targets(string[] modules, ModelLayout layout)
    {
        List<TensorLayout> targets = [];
        for (int index = 0; ; index++)
        {
            string expert = index.ToString(CultureInfo.InvariantCulture);
            foreach (string module in modules)
            {
                if (!layout.TryGet($"experts.{expert}.{module}.weight", out TensorLayout? target)) return targets;
                targets.Add(target);
            }
        }
    }
}
