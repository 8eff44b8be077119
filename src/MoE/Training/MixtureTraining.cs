using System.ComponentModel;

namespace MoE.Training;

/// <summary>What the compiler knows of a model's training.</summary>
/// <param name="LoadBalanceWeight">The coefficient of the Switch balance loss; 0: none.</param>
/// <param name="CapacityFactor">0: dropless, also where the factor is so large that no expert can overflow.</param>
/// <param name="MinCapacity">The least capacity.</param>
/// <param name="SavedStride">Floats that the way back needs of each row of an expert.</param>
/// <param name="BackwardStride">Floats of working memory for each row on the way back.</param>
/// <param name="BackwardFloats">Floats of working memory for transposed weights.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record MixtureTraining(
    double LoadBalanceWeight,
    decimal CapacityFactor,
    int MinCapacity,
    int SavedStride,
    int BackwardStride,
    int BackwardFloats);
