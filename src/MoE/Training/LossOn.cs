namespace MoE;

/// <summary>Which steps of a sequence a loss looks at.</summary>
public enum LossOn
{
    /// <summary>All of them, each as much as the others.</summary>
    EveryStep,

    /// <summary>The last step of each sequence; the targets of the others are not read.</summary>
    LastStep,
}
