using System.ComponentModel;

namespace MoE.Routing;

/// <summary>How many assignments an expert takes, and what becomes of the others.</summary>
/// <param name="factor">Above 0: an expert takes <c>ceil(factor * rows * TopK / experts)</c>.</param>
/// <param name="minimum">But at least so many.</param>
/// <param name="overflow">What becomes of an assignment that finds no room.</param>
/// <param name="always">Whether it holds while predicting, too, or while training only.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CapacityRule(decimal factor, int minimum = 1, Overflow overflow = Overflow.Drop, bool always = false)
{
    /// <summary>See the constructor.</summary>
    public decimal Factor { get; } = factor;

    /// <summary>See the constructor.</summary>
    public int Minimum { get; } = minimum;

    /// <summary>See the constructor.</summary>
    public Overflow Overflow { get; } = overflow;

    /// <summary>See the constructor.</summary>
    public bool Always { get; } = always;
}
