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
}
