using System;
using System.Threading.Tasks;
using MoE.Numerics;
using MoE.Persistence;
using MoE.Training;

namespace MoE.Tests.Training;

/// <summary>Linear or logistic regression in plain loops, standing in for an emitted model.</summary>
internal sealed class LinearModel : ITrainableModel
{
    private readonly int _biasOffset;

    public LinearModel(int inputs, int outputs)
    {
        (InputSize, TargetSize) = (inputs, outputs);
        _biasOffset = inputs * outputs;
        Parameters = new ParameterBuffer(new ModelLayout(
            (_biasOffset + outputs + 15) / 16 * 16,
            [
                new TensorLayout("weight", [outputs, inputs], new TensorPlacement(0, 1, inputs, 1), InitialValue.Uniform(inputs)),
                new TensorLayout("bias", [outputs], new TensorPlacement(_biasOffset, outputs, outputs, 0), InitialValue.Uniform(inputs)),
            ],
            [],
            "linear"));
        Parameters.Initialize(seed: 5);
    }

    public int InputSize { get; }

    public int TargetSize { get; }

    public ParameterBuffer Parameters { get; }

    /// <summary>The number of steps so far, from 1 during the first.</summary>
    public int StepsSeen { get; private set; }

    /// <summary>May look at, or replace, what a step gives.</summary>
    public Func<LossReport, ParameterBuffer, TrainingStep, LossReport> OnStep { get; set; } = (loss, _, _) => loss;

    /// <summary>May replace what Predict gives.</summary>
    public Action<Span<float>> OnPredict { get; set; } = _ => { };

    public LossReport ComputeGradients(in TrainingSet trainingSet, ReadOnlySpan<int> rows, ParameterBuffer gradients, in TrainingStep trainingStep)
    {
        StepsSeen++;
        float[] inputs = new float[rows.Length * InputSize];
        for (int i = 0; i < rows.Length; i++) trainingSet.Inputs.Slice(rows[i] * InputSize, InputSize).CopyTo(inputs.AsSpan(i * InputSize));

        float[] delta = new float[rows.Length * TargetSize];
        double[] losses = new double[rows.Length];
        Forward(inputs, delta, trainingStep.Threads);
        // Two halves, as two threads would.
        int half = rows.Length / 2;
        TaskGradient(trainingSet, rows[..half], rows.Length, ref delta[0], losses);
        TaskGradient(trainingSet, rows[half..], rows.Length, ref delta[half * TargetSize], losses.AsSpan(half));

        gradients.Clear();
        for (int i = 0; i < rows.Length; i++)
        {
            for (int o = 0; o < TargetSize; o++)
            {
                float d = delta[i * TargetSize + o];
                for (int c = 0; c < InputSize; c++) gradients.Floats[o * InputSize + c] += d * inputs[i * InputSize + c];
                gradients.Floats[_biasOffset + o] += d;
            }
        }

        return OnStep(new LossReport(TaskLoss.Mean(losses), 0, 0), gradients, trainingStep);
    }

    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs, int threads)
    {
        Forward(inputs.ToArray(), outputs, threads);
        OnPredict(outputs);
    }

    private void TaskGradient(in TrainingSet set, ReadOnlySpan<int> rows, int batchRows, ref float delta, Span<double> losses)
    {
        if (set.IsClassification) TaskLoss.CrossEntropy(ref delta, ref delta, TargetSize, TargetSize, set.Labels, rows, batchRows, losses);
        else TaskLoss.MeanSquared(ref delta, ref delta, TargetSize, TargetSize, set.Targets, rows, batchRows, losses);
    }

    private void Forward(float[] inputs, Span<float> outputs, int threads)
    {
        float[] result = new float[outputs.Length];
        Parallel.For(0, outputs.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            (int row, int output) = Math.DivRem(i, TargetSize);
            float sum = Parameters.Floats[_biasOffset + output];
            for (int c = 0; c < InputSize; c++) sum += Parameters.Floats[output * InputSize + c] * inputs[row * InputSize + c];
            result[i] = sum;
        });
        result.CopyTo(outputs);
    }
}
