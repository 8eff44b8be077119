using System.Collections.Generic;
using System.Linq;

namespace MoE.Generators.Planning;

/// <summary>Neighbouring tensors of a block, in the order of the file: those of one part, or of neighbouring experts of one shape.</summary>
/// <param name="First">The first expert's number.</param>
/// <param name="Count">How many experts; 1: the tensors are what they are.</param>
/// <param name="Floats">From one expert to the next.</param>
/// <param name="Tensors">With several experts the first one's, named behind "experts.J.".</param>
internal sealed record TensorGroup(int First, int Count, int Floats, IReadOnlyList<TensorPlan> Tensors)
{
    /// <summary>What comes before "experts.J.".</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The set of tensors that lie behind <see cref="Prefix"/> and <see cref="Floats"/>; null: those listed here.</summary>
    public string? Set { get; init; }

    /// <summary>The same inside a block that lies elsewhere.</summary>
    public TensorGroup At(string prefix, int offset) => this with
    {
        Prefix = prefix + Prefix,
        Tensors = [.. Tensors.Select(tensor => tensor.At(Count == 1 ? prefix : "", offset))],
    };
}
