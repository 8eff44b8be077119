namespace MoE;

/// <summary>The auxiliary loss that keeps the router from sending everything to a few experts.</summary>
public enum LoadBalance
{
    /// <summary><see cref="Switch"/> for <c>[SoftmaxGating]</c> and <c>[SwitchGating]</c>, else <see cref="None"/>.</summary>
    Auto,

    /// <summary>No balance loss.</summary>
    None,

    /// <summary>
    /// <c>E * sum over e of f_e * P_e</c>: f_e the share of all assignments that chose expert e (a constant for the
    /// gradient, counted before any is dropped), P_e the mean over the rows of the full softmax. Uniform routing
    /// gives 1 (Fedus et al., "Switch Transformers", 2021, equation 4).
    /// </summary>
    Switch,

    /// <summary>The same with f_e the share of the rows whose first choice is e: a second choice does not count (Lepikhin et al., "GShard", 2020).</summary>
    SwitchFirstChoice,

    /// <summary>The squared coefficient of variation of the experts' importance, the sum of the weights that each was given (Shazeer et al., 2017, equation 7).</summary>
    ImportanceCv,

    /// <summary>The squared coefficient of variation of the number of rows that would choose each expert under new noise (Shazeer et al., 2017, equation 11). Needs noise, and TopK below the number of experts.</summary>
    LoadCv,

    /// <summary>The sum of <see cref="ImportanceCv"/> and <see cref="LoadCv"/>.</summary>
    ImportanceAndLoadCv,

    /// <summary><c>mean over e of (P_e - 1/E)^2</c>, P_e the mean over the rows of expert e's share.</summary>
    MeanSquare,

    /// <summary><c>sum over e of (P_e - 1/E)^2</c>.</summary>
    SumOfSquares,

    /// <summary>Minus the mean entropy of the router's shares of a row, in nats: it keeps the router undecided.</summary>
    Entropy,
}
