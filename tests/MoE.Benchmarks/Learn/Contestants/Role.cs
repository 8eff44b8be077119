namespace MoE.Benchmarks.Learn.Contestants;

/// <summary>What a contestant stands for: a row of the table.</summary>
internal enum Role
{
    /// <summary>Experts and router trained together by Fit.</summary>
    Mixture,

    /// <summary>FitExpert for each expert, then FitGate.</summary>
    TwoStageMixture,

    /// <summary>One expert with at least as many trained numbers as a mixture has at work on a row.</summary>
    SameActiveSize,

    /// <summary>One expert with at least as many trained numbers as the sparse mixture has in all.</summary>
    SameTotalSize,

    /// <summary>One random forest.</summary>
    Forest,

    /// <summary>A forest and networks, together.</summary>
    ForestsAndNetworks,
}
