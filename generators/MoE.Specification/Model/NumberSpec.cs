using System;
using System.Globalization;

namespace MoE.Specification;

/// <summary>A real number of an attribute. Two NaNs are equal here, as equality of specs needs it.</summary>
public readonly record struct NumberSpec(double Value)
{
    public bool IsFinite => !double.IsNaN(Value) && !double.IsInfinity(Value);

    public bool Equals(NumberSpec other) => Value.Equals(other.Value);

    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>The number as the user would write it; a literal such as 0.1f shows as 0.1.</summary>
    public override string ToString()
    {
        float single = (float)Value;
        return single == Value
            ? single.ToString("R", CultureInfo.InvariantCulture)
            : Value.ToString("R", CultureInfo.InvariantCulture);
    }

    public static implicit operator NumberSpec(double value) => new(value);
}
