using System.ComponentModel;

namespace MoE.Persistence;

/// <summary>What a fresh tensor holds.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct InitialValue
{
    private InitialValue(InitialValueKind kind, int count, float value) => (Kind, Count, Value) = (kind, count, value);

    /// <summary>By what rule the elements are made.</summary>
    internal InitialValueKind Kind { get; }

    /// <summary>The number of inputs of the layer, or of states of a channel.</summary>
    internal int Count { get; }

    /// <summary>What every element of a constant holds.</summary>
    internal float Value { get; }

    /// <summary>As <c>torch.nn.Linear</c> begins: uniform in [-1/sqrt(fanIn), 1/sqrt(fanIn)), weights and biases alike.</summary>
    public static InitialValue Uniform(int fanIn) => new(InitialValueKind.Uniform, fanIn, 0);

    /// <summary>The same value everywhere.</summary>
    public static InitialValue Constant(float value) => new(InitialValueKind.Constant, 0, value);

    /// <summary>As Mamba's <c>A_log</c> begins: [channels, states], ln(n + 1) for state n of each channel.</summary>
    public static InitialValue StateLogarithms(int states) => new(InitialValueKind.StateLogarithms, states, 0);

    /// <summary>
    /// As the bias of Mamba's <c>dt_proj</c> begins: the number whose softplus is a time step, drawn so that its logarithm is
    /// uniform in [ln 0.001, ln 0.1).
    /// </summary>
    public static InitialValue TimeSteps() => new(InitialValueKind.TimeSteps, 0, 0);
}
