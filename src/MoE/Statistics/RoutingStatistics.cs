using System;
using System.Collections.Generic;
using System.ComponentModel;
using MoE.Statistics;

namespace MoE;

/// <summary>
/// What routes say about a router: how evenly it loads the experts, how sure it is, and what experts have to do with classes.
/// Logarithms are natural. Immutable; parts of a data set, merged, make the whole.
/// </summary>
/// <remarks>Shares, and what is made of them, are NaN while nothing was chosen; what is said of classes is NaN, or empty, without labels.</remarks>
public sealed class RoutingStatistics
{
    private readonly RoutingCounts _counts;
    private readonly ExpertLoad _load;
    private readonly ClassTable _classes;

    private RoutingStatistics(RoutingCounts counts)
    {
        _counts = counts;
        _load = new ExpertLoad(counts.Experts);
        _classes = new ClassTable(counts.ExpertClasses, counts.ClassCount, _load);
        ExpertCounts = Array.AsReadOnly(counts.Experts.ToArray());
    }

    /// <summary>Rows counted: all whose inputs are finite, dropped ones included.</summary>
    public long Rows => _counts.Rows;

    /// <summary>Choices of each expert; a row makes TopK of them, less those that were dropped.</summary>
    public IReadOnlyList<long> ExpertCounts { get; }

    /// <summary>u: each expert's share of all choices, 0 to 1.</summary>
    public IReadOnlyList<double> Utilization => _load.Utilization;

    /// <summary>The share of the experts that were chosen at least once, 0 to 1.</summary>
    public double ActiveFraction => _load.ActiveFraction;

    /// <summary>The experts that were never chosen, ascending.</summary>
    public IReadOnlyList<int> DeadExperts => _load.DeadExperts;

    /// <summary>The mean over the E experts of <c>(u - 1/E)^2</c>.</summary>
    public double LoadBalanceVariance => _load.Variance;

    /// <summary>The squared coefficient of variation of the counts: 0 for an even load, E - 1 if one expert has it all.</summary>
    public double LoadCvSquared => _load.CvSquared;

    /// <summary>H(E), the entropy of the utilization: 0 to ln E.</summary>
    public double UtilizationEntropy => _load.UtilizationEntropy;

    /// <summary><c>H(E) / ln E</c>, 0 to 1; NaN for one expert.</summary>
    public double NormalizedUtilizationEntropy => _load.NormalizedEntropy;

    /// <summary><c>exp(H(E))</c>: so many experts, evenly used, would have this entropy; 1 to E.</summary>
    public double EffectiveExperts => _load.EffectiveExperts;

    /// <summary>Each expert's choices over an even share of them, <c>E u</c>: 1 is fair, 0 dead.</summary>
    public IReadOnlyList<double> FairShareRatio => _load.FairShareRatio;

    /// <summary>The largest count over the mean count, less 1: 0 to E - 1.</summary>
    public double MaxViolation => _load.MaxViolation;

    /// <summary>The entropy of the classes of each expert's rows; 0 for a dead expert.</summary>
    public IReadOnlyList<double> ExpertClassEntropy => _classes.ExpertClassEntropy;

    /// <summary>H(C), the entropy of the classes of all choices: 0 to the logarithm of their number.</summary>
    public double ClassEntropy => _classes.ClassEntropy;

    /// <summary>H(C|E), the mean of <see cref="ExpertClassEntropy"/> weighted by the utilization: 0 to <see cref="ClassEntropy"/>.</summary>
    public double ConditionalClassEntropy => _classes.ConditionalClassEntropy;

    /// <summary>1 less H(C|E) over the logarithm of the number of classes: 1 if each expert sees one class; NaN for one class.</summary>
    public double SpecializationIndex => _classes.SpecializationIndex;

    /// <summary>What an expert tells about the class, <c>H(C) - H(C|E)</c>.</summary>
    public double MutualInformation => _classes.MutualInformation;

    /// <summary>That over the smaller of H(C) and H(E), 0 to 1, which corrects for rare classes; 0 if either is 0.</summary>
    public double NormalizedMutualInformation => _classes.NormalizedMutualInformation;

    /// <summary>The most frequent class of each expert, of equal ones the lower; -1 for a dead expert.</summary>
    public IReadOnlyList<int> ExpertClass => _classes.ExpertClass;

    /// <summary>The share of the assignments that reached no expert, 0 to 1.</summary>
    public double DroppedShare => (double)_counts.Dropped / (_counts.Dropped + _load.Choices);

    /// <summary>The mean entropy of the router's distribution over all experts; NaN where only choices are known.</summary>
    public double RouterEntropy => _counts.Confidence.Entropies / _counts.Confidence.Rows;

    /// <summary>The mean distance of the router's two highest probabilities, 0 to 1; NaN where only choices are known.</summary>
    public double RouterMargin => _counts.Confidence.Margins / _counts.Confidence.Rows;

    internal int ClassCount => _counts.ClassCount;

    internal long Dropped => _counts.Dropped;

    /// <summary>Counts routes that were recorded.</summary>
    /// <param name="experts">Rows x topK indices from 0 to expertCount - 1; -1: dropped.</param>
    /// <param name="topK">Indices of a row, 1 to expertCount.</param>
    /// <param name="expertCount">At least 1.</param>
    /// <param name="classes">The class of each row, 0 to classCount - 1; empty if classCount is 0.</param>
    /// <param name="classCount">How many classes there are; 0: rows have none.</param>
    /// <exception cref="ArgumentException">A number is out of its range, or a span has the wrong length.</exception>
    public static RoutingStatistics Of(ReadOnlySpan<int> experts, int topK, int expertCount, ReadOnlySpan<int> classes = default, int classCount = 0) =>
        Of(experts, [], [], topK, expertCount, classes, classCount);

    /// <summary>The same, with what else the router said.</summary>
    /// <param name="experts">Rows x topK indices from 0 to expertCount - 1; -1: dropped.</param>
    /// <param name="weights">Rows x topK; a row that begins with NaN had no finite inputs and does not count. Empty: all rows count.</param>
    /// <param name="probabilities">Rows x expertCount; a row's sum to 1. Empty: not known.</param>
    /// <param name="topK">Indices of a row, 1 to expertCount.</param>
    /// <param name="expertCount">At least 1.</param>
    /// <param name="classes">The class of each row, 0 to classCount - 1; empty if classCount is 0.</param>
    /// <param name="classCount">How many classes there are; 0: rows have none.</param>
    /// <param name="fillsUp">Whether -1 fills up a row that has fewer experts, and nothing was dropped.</param>
    /// <exception cref="ArgumentException">A number is out of its range, or a span has the wrong length.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static RoutingStatistics Of(
        ReadOnlySpan<int> experts, ReadOnlySpan<float> weights, ReadOnlySpan<float> probabilities, int topK, int expertCount, ReadOnlySpan<int> classes, int classCount, bool fillsUp = false)
    {
        RecordedRoutes routes = new(experts, weights, probabilities, topK, expertCount, classes, classCount) { FillsUp = fillsUp };
        RoutingCounts counts = new(expertCount, classCount);
        counts.Add(routes);
        return new RoutingStatistics(counts);
    }

    /// <summary>Statistics of these rows and the other's.</summary>
    /// <exception cref="ArgumentException">The other is of another number of experts or classes.</exception>
    public RoutingStatistics Merge(RoutingStatistics other)
    {
        ArgumentNullException.ThrowIfNull(other);
        RoutingCounts sum = new(ExpertCounts.Count, ClassCount);
        sum.Add(_counts);
        sum.Add(other._counts);
        return new RoutingStatistics(sum);
    }

    /// <summary>A table with a line for each expert, then the numbers that are known; invariant culture, lines end in <c>\n</c>.</summary>
    public override string ToString() => RoutingTable.Print(this);
}
