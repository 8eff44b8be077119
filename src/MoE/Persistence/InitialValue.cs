using System.ComponentModel;

namespace MoE.Persistence;

/// <summary>What a fresh tensor holds.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct InitialValue
{
    private InitialValue(int fanIn, float value) => (FanIn, Value) = (fanIn, value);

    /// <summary>The number of inputs of the layer; 0 where every element is <see cref="Value"/>.</summary>
    public int FanIn { get; }

    /// <summary>What every element holds where <see cref="FanIn"/> is 0.</summary>
    public float Value { get; }

    /// <summary>As <c>torch.nn.Linear</c> begins: uniform in [-1/sqrt(fanIn), 1/sqrt(fanIn)), weights and biases alike.</summary>
    public static InitialValue Uniform(int fanIn) => new(fanIn, 0);

    /// <summary>The same value everywhere.</summary>
    public static InitialValue Constant(float value) => new(0, value);
}
