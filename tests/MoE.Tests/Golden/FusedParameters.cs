using System.Collections.Generic;
using System.Linq;

namespace MoE.Tests.Golden;

/// <summary>A model's parameters, or their gradients, as gpt-oss's files hold them: all experts' in one tensor, transposed, gate and up in turn.</summary>
internal static class FusedParameters
{
    public const string GateUp = "experts.gate_up_proj";

    public static Dictionary<string, float[]> Of(IReadOnlyDictionary<string, float[]> ours) => new()
    {
        ["router.weight"] = ours["gate.weight"],
        ["router.bias"] = ours["gate.bias"],
        [GateUp] = Weights(ours, ["w1", "w3"]),
        [GateUp + "_bias"] = Biases(ours, ["w1", "w3"]),
        ["experts.down_proj"] = Weights(ours, ["w2"]),
        ["experts.down_proj_bias"] = Biases(ours, ["w2"]),
    };

    // [expert, input, output, module]
    private static float[] Weights(IReadOnlyDictionary<string, float[]> ours, string[] modules)
    {
        int outputs = ours[$"experts.0.{modules[0]}.bias"].Length, inputs = ours[$"experts.0.{modules[0]}.weight"].Length / outputs;
        return
        [
            .. from expert in Experts(ours)
               from input in Enumerable.Range(0, inputs)
               from output in Enumerable.Range(0, outputs)
               from module in modules
               select ours[$"experts.{expert}.{module}.weight"][(output * inputs) + input],
        ];
    }

    // [expert, output, module]
    private static float[] Biases(IReadOnlyDictionary<string, float[]> ours, string[] modules) =>
    [
        .. from expert in Experts(ours)
           from output in Enumerable.Range(0, ours[$"experts.0.{modules[0]}.bias"].Length)
           from module in modules
           select ours[$"experts.{expert}.{module}.bias"][output],
    ];

    private static IEnumerable<int> Experts(IReadOnlyDictionary<string, float[]> ours) =>
        Enumerable.Range(0, ours.Keys.Count(name => name.EndsWith(".w1.weight", System.StringComparison.Ordinal)));
}
