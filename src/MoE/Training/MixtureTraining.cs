using System.ComponentModel;

namespace MoE.Training;

/// <summary>What the compiler knows of a model's training.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MixtureTraining(
    LoadBalance loadBalance, double loadBalanceWeight, int savedStride, int backwardStride, int backwardFloats, double routerZLossWeight = 0, double expertDropout = 0, bool carriesInputGradients = false)
{
    /// <summary>The formula of the balance loss.</summary>
    public LoadBalance LoadBalance { get; } = loadBalance;

    /// <summary>Its coefficient; 0: none.</summary>
    public double LoadBalanceWeight { get; } = loadBalanceWeight;

    /// <summary>The coefficient of the router's z-loss; 0: none.</summary>
    public double RouterZLossWeight { get; } = routerZLossWeight;

    /// <summary>The probability that an expert is out for a step.</summary>
    public double ExpertDropout { get; } = expertDropout;

    /// <summary>Whether the way back goes on to what the mixture read: so it is inside a block.</summary>
    public bool CarriesInputGradients { get; } = carriesInputGradients;

    /// <summary>Floats that the way back needs of each row of an expert.</summary>
    public int SavedStride { get; } = savedStride;

    /// <summary>Floats of working memory for each row on the way back.</summary>
    public int BackwardStride { get; } = backwardStride;

    /// <summary>Floats of working memory for transposed weights.</summary>
    public int BackwardFloats { get; } = backwardFloats;
}
