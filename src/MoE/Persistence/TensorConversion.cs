using System;

namespace MoE;

/// <summary>How far the weights of a tensor were rounded.</summary>
/// <param name="Name">The tensor, such as <c>experts.0.w1.weight</c>.</param>
/// <param name="Format">What to.</param>
/// <param name="LargestWeight">The largest magnitude in the file.</param>
/// <param name="LargestError">The largest difference between a weight in the file and in the model.</param>
/// <param name="RootMeanSquareWeight">The root of the mean square of the weights in the file.</param>
/// <param name="RootMeanSquareError">The root of the mean square of the differences.</param>
public sealed record TensorConversion(string Name, WeightFormat Format, double LargestWeight, double LargestError, double RootMeanSquareWeight, double RootMeanSquareError)
{
    /// <summary><see cref="RootMeanSquareError"/> over <see cref="RootMeanSquareWeight"/>.</summary>
    public double RelativeError => RootMeanSquareError / RootMeanSquareWeight;

    /// <summary>One line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Name}: {Format}, largest error {LargestError:G3} of weights up to {LargestWeight:G3}, root mean square {RootMeanSquareError:G3} ({RelativeError:P2})");
}
