namespace MoE;

/// <summary>What a classifier's experts say, and so what is summed by weight.</summary>
public enum Mixing
{
    /// <summary><see cref="Probabilities"/> as soon as one expert is a forest or a type of your own, else <see cref="Logits"/>.</summary>
    Auto,

    /// <summary>Logits are mixed: <c>y = sum of w_e * logits_e</c>.</summary>
    Logits,

    /// <summary>
    /// Probabilities are mixed: <c>y = log(sum of w_e * p_e / sum of w_e)</c>, log-probabilities (Jacobs, Jordan, Nowlan and Hinton, "Adaptive
    /// Mixtures of Local Experts", 1991). A network's logits become probabilities first; forests and types of your own give them.
    /// </summary>
    Probabilities,
}
