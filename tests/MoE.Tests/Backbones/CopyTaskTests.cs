using System;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Backbones;

/// <summary>
/// What only a model over sequences can do: say at the last step which token came marked fifty steps earlier, with others in between.
/// </summary>
public class CopyTaskTests
{
    private const int Length = 51;
    private const int Tokens = 8;
    private const int Features = Tokens + 2;

    private static readonly FitOptions s_options = new() { Epochs = 30, BatchSize = 16, SequenceLength = Length, LossOn = LossOn.LastStep, LearningRate = 0.01, WeightDecay = 0, Threads = 0 };

    [Fact]
    public void A_state_space_remembers()
    {
        MambaCopy model = MambaCopy.Create(1);
        Accuracy((inputs, targets) => model.Fit(inputs, targets, s_options), (inputs, outputs) => model.Predict(inputs, Length, outputs, threads: 0)).ShouldBeGreaterThanOrEqualTo(0.99);
    }

    [Fact]
    public void Attention_looks_back()
    {
        AttentionCopy model = AttentionCopy.Create(1);
        Accuracy((inputs, targets) => model.Fit(inputs, targets, s_options), (inputs, outputs) => model.Predict(inputs, Length, outputs, threads: 0)).ShouldBeGreaterThanOrEqualTo(0.99);
    }

    [Fact]
    public void A_model_of_rows_can_but_guess()
    {
        RowCopy model = RowCopy.Create(1);
        Accuracy((inputs, targets) => model.Fit(inputs, targets, new FitOptions { Epochs = 2, LearningRate = 0.01 }), (inputs, outputs) => model.Predict(inputs, outputs, threads: 0)).ShouldBeLessThan(0.3);
    }

    private static double Accuracy(Action<float[], float[]> fit, Action<float[], float[]> predict)
    {
        (float[] inputs, float[] targets) = Draw(seed: 1, sequences: 512);
        fit(inputs, targets);
        (inputs, targets) = Draw(seed: 2, sequences: 256);
        float[] outputs = new float[targets.Length];
        predict(inputs, outputs);
        return Lasts(outputs).Zip(Lasts(targets)).Average(pair => pair.First == pair.Second ? 1.0 : 0);
    }

    private static int[] Lasts(float[] rows) => [.. rows.Chunk(Length * Tokens).Select(sequence => Best(sequence[^Tokens..]))];

    private static int Best(float[] values) => Array.IndexOf(values, values.Max());

    private static (float[] Inputs, float[] Targets) Draw(int seed, int sequences)
    {
        Random random = new(seed);
        float[] inputs = new float[sequences * Length * Features], targets = new float[sequences * Length * Tokens];
        for (int sequence = 0; sequence < sequences; sequence++)
        {
            int token = random.Next(Tokens);
            for (int step = 0; step < Length; step++)
            {
                int row = (sequence * Length) + step;
                Span<float> input = inputs.AsSpan(row * Features, Features);
                // Marked first, asked for last.
                input[step == 0 ? token : random.Next(Tokens)] = step == Length - 1 ? 0 : 1;
                input[Tokens] = step == 0 ? 1 : 0;
                input[Tokens + 1] = step == Length - 1 ? 1 : 0;
                targets[(row * Tokens) + token] = 1;
            }
        }
        return (inputs, targets);
    }
}
