using System;

namespace MoE;

/// <summary>A router of your own that learns: its parameters are trained with the model's, by their gradients.</summary>
public interface ITrainableGating : IGatingNetwork
{
    /// <summary>One row's gradient by the parameters. Rows come in order, on one thread at a time.</summary>
    /// <param name="input">[InputSize], as it was given to <see cref="IGatingNetwork.Forward"/>.</param>
    /// <param name="parameters">[ParameterCount].</param>
    /// <param name="logitGradients">[ExpertCount], the loss's gradient by the logits.</param>
    /// <param name="parameterGradients">[ParameterCount]; add to what is there.</param>
    void Backward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, ReadOnlySpan<float> logitGradients, Span<float> parameterGradients);
}
