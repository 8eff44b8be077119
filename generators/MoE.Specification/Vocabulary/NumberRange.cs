namespace MoE.Specification;

/// <summary>Which real numbers are right: as float32, too, which is what they become.</summary>
public sealed class NumberRange
{
    private readonly float _above;
    private readonly float _below;

    private NumberRange(string text, float above, float below) => (Text, _above, _below) = (text, above, below);

    /// <summary>Zero or more, finite.</summary>
    public static NumberRange NotNegative { get; } = new("at least 0", float.NegativeInfinity, float.PositiveInfinity);

    /// <summary>More than zero, finite.</summary>
    public static NumberRange Positive { get; } = new("above 0", 0, float.PositiveInfinity);

    /// <summary>From zero to below one: a probability that leaves something.</summary>
    public static NumberRange Fraction { get; } = new("at least 0, below 1", float.NegativeInfinity, 1);

    /// <summary>The range in words.</summary>
    public string Text { get; }

    public bool Contains(NumberSpec number) => number.Value >= 0 && (float)number.Value > _above && (float)number.Value < _below;
}
