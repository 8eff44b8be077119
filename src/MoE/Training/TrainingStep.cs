using System.ComponentModel;
using MoE.Routing;
using MoE.Training.Forests;

namespace MoE.Training;

/// <summary>The circumstances of one computation of gradients.</summary>
/// <param name="Threads">How many threads may be used, at least 1. The result does not depend on it.</param>
/// <param name="Seed">Differs for every step of a Fit; what is random in a step comes from it alone.</param>
/// <param name="Training">Whether dropout, jitter and noise are on.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct TrainingStep(int Threads, ulong Seed, bool Training)
{
    /// <summary>Routes instead of the model's own router; null: the model's own.</summary>
    public Router? Router { get; init; }

    /// <summary>Whether the experts stay as they are, down to what a router inside learns without a gradient.</summary>
    public bool ExpertsAreFrozen { get; init; }

    /// <summary>Whether this mixture is such an expert.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>What forests say of rows that they were grown on; null: they say it themselves.</summary>
    internal UnseenOutputs? Unseen { get; init; }

    /// <summary>How a classifier's task loss is taken; null: plainly.</summary>
    public WeighedLabels? Labels { get; init; }

    /// <summary>Rows of a sequence, for a model whose rows see each other; 0: the batch is one.</summary>
    public int SequenceLength { get; init; }

    /// <summary>Which steps of a sequence the task loss is taken on.</summary>
    public LossOn LossOn { get; init; }
}
