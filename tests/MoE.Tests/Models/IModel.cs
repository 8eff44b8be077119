using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace MoE.Tests.Models;

/// <summary>Any trained model of the tests behind one face. Targets are values, or the indices of classes.</summary>
internal interface IModel
{
    Type Type { get; }

    int Inputs { get; }

    int Outputs { get; }

    int Experts { get; }

    int TopK { get; }

    ImmutableArray<TensorInfo> Parameters { get; }

    float[] Get(string parameter);

    void Set(string parameter, float[] values);

    void Predict(ReadOnlySpan<float> inputs, Span<float> outputs, int threads);

    void Route(ReadOnlySpan<float> inputs, Span<int> experts, Span<float> weights);

    LossReport ComputeGradients(float[] inputs, float[] targets, out Dictionary<string, float[]> gradients);

    FitReport Fit(float[] inputs, float[] targets, FitOptions options);

    Evaluation Evaluate(float[] inputs, float[] targets);
}
