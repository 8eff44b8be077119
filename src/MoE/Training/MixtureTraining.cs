using System.ComponentModel;

namespace MoE.Training;

/// <summary>What the compiler knows of a model's training.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MixtureTraining(
    double loadBalanceWeight, decimal capacityFactor, int minCapacity, int savedStride, int backwardStride, int backwardFloats)
{
    /// <summary>The coefficient of the Switch balance loss; 0: none.</summary>
    public double LoadBalanceWeight { get; } = loadBalanceWeight;

    /// <summary>0: dropless, also where the factor is so large that no expert can overflow.</summary>
    public decimal CapacityFactor { get; } = capacityFactor;

    /// <summary>The least capacity.</summary>
    public int MinCapacity { get; } = minCapacity;

    /// <summary>Floats that the way back needs of each row of an expert.</summary>
    public int SavedStride { get; } = savedStride;

    /// <summary>Floats of working memory for each row on the way back.</summary>
    public int BackwardStride { get; } = backwardStride;

    /// <summary>Floats of working memory for transposed weights.</summary>
    public int BackwardFloats { get; } = backwardFloats;
}
