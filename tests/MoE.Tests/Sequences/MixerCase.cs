using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Tests.Models;

namespace MoE.Tests.Sequences;

/// <summary>A mixer of some shape beside its formula in double.</summary>
internal sealed class MixerCase(Func<MixerBlock> block, IMixerReference reference)
{
    private static readonly Dictionary<string, MixerCase> _all = new()
    {
        ["mamba, one of everything"] = Mamba(1, 1, 1, 1, 1),
        ["mamba, odd sizes"] = Mamba(3, 5, 3, 4, 2),
        ["mamba, one tap"] = Mamba(4, 7, 2, 1, 1),
        ["mamba, two taps"] = Mamba(4, 5, 5, 2, 3),
        ["mamba, five taps"] = Mamba(5, 17, 3, 5, 2),
        ["mamba, three parts of channels"] = Mamba(20, 70, 4, 3, 2),
        ["mamba, more states than rows of a chunk"] = Mamba(4, 6, 35, 4, 1),
        ["mamba, usual"] = Mamba(16, 32, 16, 4, 1),
        ["attention, one head"] = Attention(8, 1, 1, 8),
        ["attention, no positions"] = Attention(8, 2, 2, 4, rotaryBase: 0),
        ["attention, grouped, biases"] = Attention(12, 6, 2, 6, bias: true),
        ["attention, window"] = Attention(8, 2, 1, 4, window: 5),
        ["attention, window of one"] = Attention(8, 2, 2, 4, window: 1),
        ["attention, wide window, grouped"] = Attention(16, 4, 2, 20, window: 70, rotaryBase: 500),
        ["attention, large heads"] = Attention(20, 2, 1, 40, bias: true),
    };

    public static IEnumerable<string> Names => _all.Keys;

    public static MixerCase Of(string name) => _all[name];

    public MixerBlock Block { get; } = block().Shaken(5);

    public float[] Inputs(int rows) => SampleData.Uniform(rows, rows * Block.Width, 1.5f);

    /// <summary>What the formula makes of sequences of one length.</summary>
    public double[] Expected(float[] x, int sequences) => Run(Parameters(), [.. x.Select(value => (double)value)], sequences);

    /// <summary>The slope of the sum of outputs times <paramref name="dy"/> by one element, by central differences.</summary>
    public double Slope(string name, int element, float[] x, float[] dy, int sequences)
    {
        const double Step = 1e-5;
        return (Objective(Step) - Objective(-Step)) / (2 * Step);

        double Objective(double step)
        {
            Dictionary<string, double[]> parameters = Parameters();
            double[] inputs = [.. x.Select(value => (double)value)];
            (name == "x" ? inputs : parameters[name])[element] += step;
            return Run(parameters, inputs, sequences).Zip(dy, (y, gradient) => y * gradient).Sum();
        }
    }

    private double[] Run(Dictionary<string, double[]> parameters, double[] x, int sequences) =>
        [.. x.Chunk(x.Length / sequences).SelectMany(sequence => reference.Run(parameters, sequence))];

    private Dictionary<string, double[]> Parameters() => Block.Parameters.Layout.Tensors.ToDictionary(tensor => tensor.Name, tensor => Block.Doubles(tensor.Name));

    private static MixerCase Mamba(int width, int inner, int states, int taps, int rank) =>
        new(() => MixerBlock.Mamba(width, inner, states, taps, rank), new MambaReference(width, inner, states, taps, rank));

    private static MixerCase Attention(int width, int heads, int keyValueHeads, int size, int window = 0, double rotaryBase = 10000, bool bias = false) =>
        new(() => MixerBlock.Attention(width, heads, keyValueHeads, size, window, rotaryBase, bias), new AttentionReference(width, heads, keyValueHeads, size, window, rotaryBase));
}
