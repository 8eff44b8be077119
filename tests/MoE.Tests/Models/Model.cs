using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace MoE.Tests.Models;

/// <summary>What regressors and classifiers share.</summary>
internal abstract class Model<T>(T model) : IModel
    where T : IMixtureOfExperts<T>
{
    public Type Type => typeof(T);

    public int Inputs => T.InputSize;

    public int Outputs => T.OutputSize;

    public int Experts => T.ExpertCount;

    public int TopK => T.TopK;

    public ImmutableArray<TensorInfo> Parameters => T.Parameters;

    protected T Inner => model;

    public float[] Get(string parameter)
    {
        float[] values = new float[Elements(parameter)];
        model.GetParameter(parameter, values);
        return values;
    }

    public void Set(string parameter, float[] values) => model.SetParameter(parameter, values);

    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs, int threads) => model.Predict(inputs, outputs, threads);

    public void Route(ReadOnlySpan<float> inputs, Span<int> experts, Span<float> weights) => model.Route(inputs, experts, weights);

    public abstract LossReport ComputeGradients(float[] inputs, float[] targets, out Dictionary<string, float[]> gradients);

    public abstract FitReport Fit(float[] inputs, float[] targets, FitOptions options);

    public abstract Evaluation Evaluate(float[] inputs, float[] targets);

    protected Dictionary<string, float[]> Read(Gradients gradients) => Parameters.ToDictionary(tensor => tensor.Name, tensor =>
    {
        float[] values = new float[Elements(tensor.Name)];
        gradients.Get(tensor.Name, values);
        return values;
    });

    private int Elements(string parameter) =>
        Parameters.Single(tensor => tensor.Name == parameter).Shape.Aggregate(1, (product, size) => product * size);
}
