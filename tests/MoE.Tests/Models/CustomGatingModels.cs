using System;

namespace MoE.Tests.Models;

/// <summary>A router of a test's own: the logit of an expert is the input's distance from its centre, negated.</summary>
internal sealed class CentreGating : ITrainableGating
{
    public const int InputSize = 17;
    public const int ExpertCount = 4;
    public const int ParameterCount = InputSize * ExpertCount;

    public void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> logits)
    {
        for (int expert = 0; expert < ExpertCount; expert++)
        {
            float sum = 0;
            for (int column = 0; column < InputSize; column++)
            {
                float distance = input[column] - parameters[(expert * InputSize) + column];
                sum += distance * distance;
            }

            logits[expert] = -sum;
        }
    }

    public void Backward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, ReadOnlySpan<float> logitGradients, Span<float> parameterGradients)
    {
        for (int index = 0; index < ParameterCount; index++)
            parameterGradients[index] += 2 * logitGradients[index / InputSize] * (input[index % InputSize] - parameters[index]);
    }
}

/// <summary>A rule that learns nothing: the sign of the first input.</summary>
internal readonly struct SignGating : IGatingNetwork
{
    void IGatingNetwork.Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> logits)
    {
        logits.Clear();
        logits[input[0] < 0 ? 0 : 1] = 1;
    }
}

[MixtureOfExperts(17, 5, TopK = 2)]
[Gating<CentreGating>]
[FeedForwardExpert(9, Count = 4)]
[Training(LoadBalanceWeight = 0.2, RouterZLossWeight = 0.01)]
internal sealed partial class CentreShape : IRegressor<CentreShape>;

[MixtureOfExperts(6, 3)]
[Gating<SignGating>(Weighting = GateWeighting.OverAll)]
[FeedForwardExpert(5, Count = 3)]
[Training]
internal sealed partial class SignModel : IRegressor<SignModel>;
