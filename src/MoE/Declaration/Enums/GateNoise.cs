namespace MoE;

/// <summary>Noise on the router's logits while training: standard normals times a scale that a layer of its own (<c>gate_noise</c>) learns.</summary>
public enum GateNoise
{
    /// <summary>No noise.</summary>
    None,

    /// <summary>The scale is <c>softplus(W x) + 0.01</c> (Shazeer et al., "Outrageously Large Neural Networks", 2017, equation 4).</summary>
    Softplus,

    /// <summary>The scale is <c>softmax(W x)</c>: its experts share it.</summary>
    Softmax,
}
