using System;
using System.ComponentModel;

namespace MoE.Experts.Forests;

/// <summary>What a random forest is declared to be.</summary>
/// <param name="Inputs">Features of a row.</param>
/// <param name="Outputs">Classes, or numbers of a target.</param>
/// <param name="Trees">How many trees.</param>
/// <param name="MaxDepth">Questions from the root to a leaf at most; 0: any number.</param>
/// <param name="MinSamplesLeaf">Rows of a leaf at least, each counted as often as it was drawn.</param>
/// <param name="MaxFeatures">Features that a node draws to choose from; 0: the square root of the inputs.</param>
/// <param name="IsClassification">Whether the outputs are the frequencies of classes.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ForestShape(int Inputs, int Outputs, int Trees, int MaxDepth, int MinSamplesLeaf, int MaxFeatures, bool IsClassification)
{
    /// <summary>Features that a node draws.</summary>
    internal int FeaturesOfNode => MaxFeatures == 0 ? Math.Max(1, (int)Math.Sqrt(Inputs)) : Math.Min(MaxFeatures, Inputs);

    internal int DepthLimit => MaxDepth == 0 ? int.MaxValue : MaxDepth;
}
