using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using MoE.Numerics;
using MoE.Tests.Golden;
using MoE.Tests.Persistence;
using Shouldly;
using Xunit;

namespace MoE.Tests.Sequences;

/// <summary>What PyTorch computes of state-spaces/mamba's block.</summary>
public class MambaGoldenTests
{
    private const int Inner = 16, States = 6, Taps = 4;

    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Golden", "18_mamba_block");

    private readonly GoldenFile _data = new(Path.Combine(_folder, "data.safetensors"));
    private readonly JsonElement _tolerances = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "case.json"))).RootElement.GetProperty("tolerance");

    private int Sequences => _data.Shape("x")[0];

    private int Length => _data.Shape("x")[1];

    [Fact]
    public void Outputs_and_gradients_are_PyTorchs()
    {
        float[] target = _data.Floats("target");
        (float[] y, Dictionary<string, float[]> gradients, _) = Load().Train(_data.Floats("x"), y => [.. y.Zip(target, (value, wanted) => 2 * (value - wanted) / target.Length)], Sequences);
        ShouldMatch("y", y);
        foreach (string name in gradients.Keys.Where(name => name != "x"))
            ShouldMatch("grad." + name, gradients[name]);
    }

    [Fact]
    public void States_after_each_step_are_PyTorchs()
    {
        MixerBlock block = Load();
        float[] convolution = new float[Length * Sequences * Inner * Taps], states = new float[Length * Sequences * Inner * States], y = new float[_data.Floats("x").Length];
        for (int sequence = 0; sequence < Sequences; sequence++)
        {
            AlignedFloats state = new(block.Mixer.StateFloats(0));
            for (int step = 0; step < Length; step++)
            {
                int row = ((sequence * Length) + step) * block.Width;
                block.AdvanceOne(_data.Floats("x").AsSpan(row, block.Width), state, step).CopyTo(y, row);
                int at = (step * Sequences) + sequence;
                for (int channel = 0; channel < Inner; channel++)
                {
                    for (int tap = 0; tap < Taps; tap++) convolution[(((at * Inner) + channel) * Taps) + tap] = state.Span[(tap * Inner) + channel];
                    for (int n = 0; n < States; n++) states[(((at * Inner) + channel) * States) + n] = state.Span[((Taps + n) * Inner) + channel];
                }
            }
        }
        ShouldMatch("y", y);
        ShouldMatch("state.conv", convolution);
        ShouldMatch("state.ssm", states);
    }

    [Fact]
    public void A_wrong_output_would_be_found() =>
        Should.Throw<ShouldAssertException>(() => ShouldMatch("y", [.. _data.Floats("y").Select(value => value * 1.0001f)]));

    private static MixerBlock Load()
    {
        MixerBlock block = MixerBlock.Mamba(8, Inner, States, Taps, 2);
        TestFile file = TestFile.Parse(File.ReadAllBytes(Path.Combine(_folder, "model.safetensors")));
        foreach (string name in block.Parameters.Layout.Tensors.Select(tensor => tensor.Name))
            block.Parameters.Set(name, file.Floats(name));
        return block;
    }

    private void ShouldMatch(string name, float[] actual)
    {
        float[] expected = _data.Floats(name);
        actual.Length.ShouldBe(expected.Length, name);
        double length = Math.Sqrt(expected.Sum(value => (double)value * value));
        double distance = Math.Sqrt(actual.Zip(expected, (left, right) => ((double)left - right) * ((double)left - right)).Sum());
        double allowed = (_tolerances.GetProperty(name).GetDouble() * length) + (_tolerances.GetProperty("absolute").GetDouble() * Math.Sqrt(expected.Length));
        distance.ShouldBeLessThanOrEqualTo(allowed, name);
    }
}
