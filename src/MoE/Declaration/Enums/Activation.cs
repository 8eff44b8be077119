namespace MoE;

/// <summary>The function between the layers of an expert, applied to each element.</summary>
public enum Activation
{
    /// <summary><c>max(x, 0)</c>.</summary>
    ReLU,

    /// <summary><c>x / 2 * (1 + erf(x / sqrt(2)))</c>: the exact form (Hendrycks and Gimpel, 2016).</summary>
    Gelu,

    /// <summary><c>x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 x^3)))</c>: the approximation with tanh.</summary>
    GeluTanh,

    /// <summary><c>x * sigmoid(x)</c>, also called swish.</summary>
    SiLU,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary><c>1 / (1 + exp(-x))</c>.</summary>
    Sigmoid,

    /// <summary><c>x</c>.</summary>
    Identity,
}
