using System;

namespace MoE;

/// <summary>An expert of your own that learns: its parameters are trained with the model's, by their gradients.</summary>
public interface ITrainableExpert : IExpert
{
    /// <summary>One row's gradient by the parameters. An expert's rows come in order, on one thread at a time.</summary>
    /// <param name="input">[InputSize], as it was given to <see cref="IExpert.Forward"/>.</param>
    /// <param name="parameters">[ParameterCount].</param>
    /// <param name="outputGradients">[OutputSize], the loss's gradient by what the expert said.</param>
    /// <param name="parameterGradients">[ParameterCount]; add to what is there.</param>
    void Backward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, ReadOnlySpan<float> outputGradients, Span<float> parameterGradients);
}
