using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>The values of an attribute's arguments, by name, as its specification takes them.</summary>
public readonly struct ArgumentValues(ImmutableArray<Argument> arguments, object?[] values)
{
    /// <summary>The value of an argument of the attribute's table.</summary>
    public T Of<T>(string argument)
    {
        int index = 0;
        while (arguments[index].Name != argument)
            index++;
        return (T)values[index]!;
    }
}
