using System.Collections.Immutable;

namespace MoE.Analyzers.Weights;

/// <summary>What the header of a weights file says of a tensor.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Dtype">How its elements are written, such as F32.</param>
/// <param name="Shape">Its sizes.</param>
internal sealed record WeightsTensor(string Name, string Dtype, ImmutableArray<long> Shape);
