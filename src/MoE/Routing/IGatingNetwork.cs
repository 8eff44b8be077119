using System;

namespace MoE;

/// <summary>
/// A router of your own, for <see cref="GatingAttribute{TGating}"/>: from a row to a logit for each expert. Which experts work on the
/// row, and with what weight, follows from the logits as with <see cref="SoftmaxGatingAttribute"/>.
/// </summary>
/// <remarks>
/// <para>
/// The numbers that it learns or is set to belong to the model: a type that declares <c>public const int ParameterCount</c> gets so
/// many floats with every call. They are saved and loaded with the model as <c>gate.parameters</c>, and start uniform in
/// +-1/sqrt(InputSize). Without the constant there are none.
/// </para>
/// <para>
/// <c>public const int InputSize</c> and <c>public const int ExpertCount</c> are optional; where they are declared, the compiler compares
/// them with the model's.
/// </para>
/// <para>All models of a class, on all threads, share one instance: it must not change.</para>
/// </remarks>
public interface IGatingNetwork
{
    /// <summary>One row. Its logits must depend on the row and the parameters alone.</summary>
    /// <param name="input">[InputSize], finite.</param>
    /// <param name="parameters">[ParameterCount].</param>
    /// <param name="logits">Receives [ExpertCount]; an expert with NaN ranks last.</param>
    void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> parameters, Span<float> logits);
}
