using System;
using System.Buffers;
using System.Runtime.InteropServices;

namespace MoE.Tests.Models;

/// <summary>A line for each output: what a linear expert without a bias is.</summary>
internal sealed class LineExpert : ITrainableExpert
{
    public const int InputSize = 6, OutputSize = 3, ParameterCount = 18;

    public void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> output)
    {
        for (int column = 0; column < OutputSize; column++)
        {
            float sum = 0;
            for (int index = 0; index < InputSize; index++)
                sum += parameters[(column * InputSize) + index] * input[index];
            output[column] = sum;
        }
    }

    public void Backward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, ReadOnlySpan<float> outputGradients, Span<float> parameterGradients)
    {
        for (int column = 0; column < OutputSize; column++)
        {
            for (int index = 0; index < InputSize; index++)
                parameterGradients[(column * InputSize) + index] += outputGradients[column] * input[index];
        }
    }
}

/// <summary>Knows a constant that is no parameter.</summary>
internal sealed class ConstantExpert : ISavedExpert
{
    public const int InputSize = 6, OutputSize = 3;

    public float Value { get; set; } = 1;

    public void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> output) => output.Fill(Value);

    public void Save(IBufferWriter<byte> state) => state.Write(BitConverter.GetBytes(Value));

    public void Load(ReadOnlySpan<byte> state)
    {
        if (state.Length != sizeof(float))
            throw new FormatException("A constant has 4 bytes.");
        Value = MemoryMarshal.Read<float>(state);
    }
}

/// <summary>A struct works, too.</summary>
internal struct FrequencyExpert : IExpert
{
    public const int InputSize = 11, OutputSize = 3;

    public readonly void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> output)
    {
        output[0] = input[0] > 0 ? 0.5f : 0.25f;
        output[1] = 0.25f;
        output[2] = 1 - output[0] - output[1];
    }
}

[MixtureOfExperts(6, 3, TopK = 2)]
[FeedForwardExpert(Bias = false)]
[Expert<LineExpert>(Count = 2, Name = "Line")]
[Expert<ConstantExpert>(Name = "Constant")]
[Training]
internal sealed partial class CustomExperts : IRegressor<CustomExperts>;

[MixtureOfExperts(11, TopK = 2)]
[Expert<FrequencyExpert>]
[FeedForwardExpert(8, Count = 2)]
[Classifier<Hue>]
[Training]
internal sealed partial class CustomClassifier : IClassifier<CustomClassifier, Hue>;

[MixtureOfExperts(11, TopK = 3)]
[SoftmaxGating(Weighting = GateWeighting.OverAll)]
[FeedForwardExpert(8, Count = 3)]
[GatedExpert(5)]
[Classifier<Hue>(Mixing = Mixing.Probabilities)]
[Training(LoadBalanceWeight = 0.02)]
internal sealed partial class MixedProbabilities : IClassifier<MixedProbabilities, Hue>;
