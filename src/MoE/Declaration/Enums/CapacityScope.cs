namespace MoE;

/// <summary>When experts have a limited capacity.</summary>
public enum CapacityScope
{
    /// <summary>While training, for each mini-batch. A prediction is the same for a row alone and in a batch.</summary>
    Training,

    /// <summary>While predicting, too: a call's rows compete for room, so that a row's output depends on the others.</summary>
    Always,
}
