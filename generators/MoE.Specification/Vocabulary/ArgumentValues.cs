using System.Collections.Generic;

namespace MoE.Specification;

/// <summary>The values of an attribute's arguments, by name, as its specification takes them.</summary>
public readonly struct ArgumentValues(IReadOnlyDictionary<string, object?> values)
{
    /// <summary>The value of an argument of the attribute's table.</summary>
    public T Of<T>(string argument) => (T)values[argument]!;
}
