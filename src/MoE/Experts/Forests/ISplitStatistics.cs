using System;

namespace MoE.Experts.Forests;

/// <summary>
/// What is known of the rows of a node, and of the two sides while a question is searched: a sum for each output. Gini's impurity and the variance are
/// lowest on both sides where the squares of the sums, divided by the sides' weights, are largest.
/// </summary>
internal interface ISplitStatistics
{
    /// <summary>Forgets all rows.</summary>
    void Clear();

    /// <summary>A row more of the node, on the right side.</summary>
    void Add(int row, double weight);

    /// <summary>All of the node's rows are on the right side.</summary>
    void Begin();

    /// <summary>A row goes over to the left side.</summary>
    void Move(int row, double weight);

    /// <summary>The larger, the purer are the sides.</summary>
    double Score { get; }

    /// <summary>The node's impurity, at least 0.</summary>
    double Impurity { get; }

    /// <summary>Whether all of the node's rows have the same target: nothing is left to ask.</summary>
    bool IsPure { get; }

    /// <summary>The mean of the node's rows: frequencies of classes, or numbers.</summary>
    void Mean(Span<float> values);
}
