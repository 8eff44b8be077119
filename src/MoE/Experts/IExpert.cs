using System;

namespace MoE;

/// <summary>
/// An expert of your own, for <see cref="ExpertAttribute{TExpert}"/>: from a row to what the model would say of it. Generated code calls it
/// directly, so the methods must be public ones of the type.
/// </summary>
/// <remarks>
/// <para>
/// The type declares <c>public const int InputSize</c> and <c>public const int OutputSize</c>, which the compiler compares with the model's. The
/// numbers that it learns or is set to may belong to the model: a type that declares <c>public const int ParameterCount</c> gets so many floats
/// with every call. They are saved and loaded with the model as <c>experts.J.parameters</c>, and start uniform in +-1/sqrt(InputSize). What else it
/// knows is saved if it implements <see cref="ISavedExpert"/>.
/// </para>
/// <para>Each expert of each model has an instance of its own; several threads may call it at a time.</para>
/// </remarks>
public interface IExpert
{
    /// <summary>One row. What it says must depend on the row, the parameters and what the expert was set to alone.</summary>
    /// <param name="input">[InputSize], finite.</param>
    /// <param name="parameters">[ParameterCount].</param>
    /// <param name="output">Receives [OutputSize]: values; of a classifier that mixes probabilities, numbers from 0 on that add up to 1.</param>
    void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> output);
}
