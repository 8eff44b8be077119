namespace MoE;

/// <summary>How the weights of experts' linear layers are kept, in memory and in files. Routers, biases and norms are float32 in each.</summary>
#pragma warning disable CA1720 // The formats' names are those of the field.
public enum WeightFormat
{
    /// <summary>32 bits.</summary>
    Float32,

    /// <summary>16 bits: float32 rounded to the nearest bfloat16. The outputs are those of a <see cref="Float32"/> model with the rounded weights, bit for bit.</summary>
    BFloat16,

    /// <summary>
    /// 8 bits and half a bit of scale: <c>w = scale * code</c>, codes from -127 to 127, one bfloat16 scale for each 32 inputs of an output. What a layer reads is
    /// rounded to 8 bits likewise, so that its products are summed exactly.
    /// </summary>
    Int8,

    /// <summary>
    /// 4 bits and one bit of scale and offset: <c>w = scale * (code - zero point)</c>, codes and zero points from 0 to 15, one scale and one zero point for each
    /// 32 inputs of an output. What a layer reads is rounded to 8 bits, as for <see cref="Int8"/>.
    /// </summary>
    Int4,
}
#pragma warning restore CA1720
