using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MoE.Generators.Planning;

/// <summary>Neighbouring experts of one shape, from one attribute.</summary>
/// <param name="First">The first one's index.</param>
/// <param name="Offset">Its first float among the mixture's parameters; the others follow.</param>
/// <param name="Name">As declared; null for unnamed experts.</param>
internal sealed record ExpertRange(int First, int Count, int Offset, ExpertPlan Expert, string? Name)
{
    /// <summary>What the names of its parameters begin with; null: "experts." and the number.</summary>
    public string? Prefix { get; init; }

    /// <summary>"Scope", "expert 3" or "Scope0 to Scope4", for comments.</summary>
    public string Title => Count == 1
        ? Name ?? "expert " + Number(First)
        : Name is null ? $"experts {Number(First)} to {Number(First + Count - 1)}" : $"{Name}0 to {Name}{Number(Count - 1)}";

    /// <summary>The parameters of all of them.</summary>
    public IEnumerable<TensorPlan> Tensors => Enumerable.Range(0, Count)
        .SelectMany(index => Expert.TensorsAt(Prefix ?? $"experts.{Number(First + index)}.", checked(Offset + (index * Expert.Floats))));

    /// <summary>The same, said once for all of them.</summary>
    public TensorGroup Group => Count == 1
        ? new TensorGroup(First, 1, 0, [.. Tensors])
        : new TensorGroup(First, Count, Expert.Floats, [.. Expert.TensorsAt("", Offset)]);

    /// <inheritdoc cref="BlockPlan.StatePrefixes"/>
    public IEnumerable<string> StatePrefixes => Enumerable.Range(First, Count)
        .SelectMany(expert => Expert.StatePrefixes.Select(prefix => $"experts.{Number(expert)}.{prefix}"));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
