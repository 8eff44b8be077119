namespace MoE.Specification;

/// <summary>Which real numbers are right: as float32, too, which is what they become.</summary>
public sealed class NumberRange
{
    private readonly double _least;
    private readonly float _above;
    private readonly float _below;

    private NumberRange(string text, string demand, double least, float above, float below) => (Text, Demand, _least, _above, _below) = (text, demand, least, above, below);

    /// <summary>Zero or more, finite.</summary>
    public static NumberRange NotNegative { get; } = new("at least 0", "a finite number of at least 0", 0, float.NegativeInfinity, float.PositiveInfinity);

    /// <summary>More than zero, finite.</summary>
    public static NumberRange Positive { get; } = new("above 0", "a positive finite number", 0, 0, float.PositiveInfinity);

    /// <summary>From zero to below one: a probability that leaves something.</summary>
    public static NumberRange Fraction { get; } = new("at least 0, below 1", "at least 0 and less than 1", 0, float.NegativeInfinity, 1);

    /// <summary>Any finite number.</summary>
    public static NumberRange Finite { get; } = new("finite", "a finite number", double.MinValue, float.NegativeInfinity, float.PositiveInfinity);

    /// <summary>The range in words, for a table.</summary>
    public string Text { get; }

    /// <summary>What a number must be, for a message.</summary>
    public string Demand { get; }

    public bool Contains(NumberSpec number) => number.Value >= _least && (float)number.Value > _above && (float)number.Value < _below;
}
