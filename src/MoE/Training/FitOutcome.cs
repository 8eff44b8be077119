namespace MoE;

/// <summary>How a Fit ended.</summary>
public enum FitOutcome
{
    /// <summary>All epochs ran.</summary>
    Completed,

    /// <summary>The cancellation token was set; the weights are those of the last completed epoch.</summary>
    Cancelled,

    /// <summary>A loss or a weight was no longer finite; the weights are those of the last completed epoch.</summary>
    Diverged,

    /// <summary>No improvement for <see cref="FitOptions.Patience"/> epochs; the weights are those of the best epoch.</summary>
    StoppedEarly,
}
