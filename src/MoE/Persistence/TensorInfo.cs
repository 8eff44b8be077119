using System;
using System.Collections.Immutable;

namespace MoE;

/// <summary>One tensor of a model: a parameter, or a buffer that is saved with them.</summary>
/// <param name="Name">The name that PyTorch gives it, such as <c>experts.0.2.weight</c>.</param>
/// <param name="Shape">The sizes, outermost first: <c>[outputs, inputs]</c> for a layer's weight, <c>[n]</c> for a vector.</param>
/// <param name="Trained">Whether training changes it.</param>
public sealed record TensorInfo(string Name, ImmutableArray<int> Shape, bool Trained)
{
    /// <summary>Whether the other has the same name, the same sizes and is trained likewise.</summary>
    public bool Equals(TensorInfo? other) =>
        other is not null && Name == other.Name && Trained == other.Trained && Shape.AsSpan().SequenceEqual(other.Shape.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Name);
        hash.Add(Trained);
        foreach (int size in Shape.AsSpan()) hash.Add(size);
        return hash.ToHashCode();
    }
}
