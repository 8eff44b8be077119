using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MoE.Persistence;

/// <summary>
/// gpt-oss's fused tensors of all experts' GLU layers, whose columns are the outputs: <c>experts.gate_up_proj</c> [E, D, 2I], gates and ups in turn, its <c>_bias</c> [E, 2I],
/// <c>experts.down_proj</c> [E, I, O] and its <c>_bias</c> [E, O].
/// </summary>
internal static class InterleavedExperts
{
    // What tells them from tensors of the same names whose rows are the outputs.
    private const string Mark = "experts.gate_up_proj_bias";

    /// <summary>Whether a file's experts are so.</summary>
    public static bool Are(IEnumerable<string> names) => names.Contains(Mark);

    /// <summary>The model's tensors that a fused one holds, expert by expert; null for any other tensor, and for a model without such experts.</summary>
    /// <exception cref="ModelFormatException">The fused tensor's shape is not that of the model's experts.</exception>
    public static TensorLayout[]? Targets(string name, FileTensor source, ModelLayout layout)
    {
        string member = name.EndsWith("_bias", StringComparison.Ordinal) ? "bias" : "weight";
        string[]? modules = name switch
        {
            "experts.gate_up_proj" or Mark => ["w1", "w3"],
            "experts.down_proj" or "experts.down_proj_bias" => ["w2"],
            _ => null,
        };
        if (modules is null) return null;
        List<TensorLayout> targets = [];
        for (int expert = 0; Find(layout, expert, modules[0], member) is { } first; expert++)
        {
            targets.Add(first);
            if (modules.Length > 1) targets.Add(Find(layout, expert, modules[1], member)!);
        }
        if (targets.Count == 0) return null;

        long[] expected = member == "bias"
            ? [targets.Count / modules.Length, (long)modules.Length * targets[0].Outputs]
            : [targets.Count / modules.Length, targets[0].Inputs, (long)modules.Length * targets[0].Outputs];
        if (targets.Exists(target => target.Outputs != targets[0].Outputs || target.Inputs != targets[0].Inputs) || !source.Shape.SequenceEqual(expected))
            throw new ModelFormatException(
                $"Tensor '{NearNames.Clip(source.Name)}' has shape [{string.Join(", ", source.Shape)}]; the model's experts fused have [{string.Join(", ", expected)}].");
        return [.. targets];
    }

    /// <summary>Takes a fused tensor apart.</summary>
    /// <param name="bytes">Its data.</param>
    /// <param name="format">How its elements are written.</param>
    /// <param name="targets">The model's tensors that it holds.</param>
    /// <param name="parameters">Receives them.</param>
    public static void Fill(ReadOnlySpan<byte> bytes, FloatFormat format, TensorLayout[] targets, ParameterBuffer parameters)
    {
        float[] values = new float[bytes.Length / format.Size()];
        bytes.CopyTo(format.Encoded(values));
        format.DecodeInPlace(values);
        bool isPair = targets.Length > 1 && Expert(targets[0]) == Expert(targets[1]);
        int modules = isPair ? 2 : 1, perExpert = values.Length / (targets.Length / modules);
        for (int index = 0; index < targets.Length; index++)
        {
            TensorLayout target = targets[index];
            int first = (index / modules * perExpert) + (index % modules), columns = modules * target.Outputs;
            float[] own = new float[target.Elements];
            for (int output = 0; output < target.Outputs; output++)
            {
                for (int input = 0; input < target.Inputs; input++)
                    own[(output * target.Inputs) + input] = values[first + (input * columns) + (output * modules)];
            }
            parameters.Load(target, 0, own);
        }
    }

    private static TensorLayout? Find(ModelLayout layout, int expert, string module, string member) =>
        layout.TryGet(string.Create(CultureInfo.InvariantCulture, $"experts.{expert}.{module}.{member}"), out TensorLayout? target) ? target : null;

    private static string Expert(TensorLayout target) => target.Name.Split('.')[1];
}
