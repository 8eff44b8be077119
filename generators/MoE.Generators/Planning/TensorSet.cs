using System.Collections.Generic;

namespace MoE.Generators.Planning;

/// <summary>Tensors that several parts of a model have alike, said once.</summary>
/// <param name="Name">The field that holds them.</param>
/// <param name="Summary">What they belong to.</param>
/// <param name="Groups">Named and placed behind the part's prefix and first float.</param>
internal sealed record TensorSet(string Name, string Summary, IReadOnlyList<TensorGroup> Groups);
