namespace MoE.Persistence.Apr;

/// <summary>aprender's SoftmaxGating: softmax(x W / temperature), without a bias.</summary>
/// <param name="Features">Inputs.</param>
/// <param name="Experts">Outputs.</param>
/// <param name="Temperature">What the logits are divided by; aprender checks nothing about it.</param>
/// <param name="Weights">W, [<paramref name="Features"/>, <paramref name="Experts"/>], row-major.</param>
internal sealed record AprGating(int Features, int Experts, float Temperature, float[] Weights)
{
    /// <summary>Reads a gate.</summary>
    public static AprGating Read(ref BincodeReader reader) => new(
        reader.Count("the gate's n_features"),
        reader.Count("the gate's n_experts"),
        reader.Single("the gate's temperature"),
        reader.Singles("the gate's weights"));

    /// <summary>Writes the gate.</summary>
    public void Write(ref BincodeWriter writer)
    {
        writer.Count(Features);
        writer.Count(Experts);
        writer.Single(Temperature);
        writer.Singles(Weights);
    }

    /// <summary>What is wrong with the gate of a mixture of so many experts; null if nothing is.</summary>
    /// <remarks>aprender panics where its gate is wider than the list of experts, and never uses the last ones where it is narrower.</remarks>
    public string? Fault(int experts) =>
        Experts != experts ? $"The gate chooses among {Experts} experts; the mixture has {experts}."
        : Features < 1 ? $"The gate must have at least 1 feature; it has {Features}."
        : (long)Features * Experts != Weights.Length
            ? $"The gate's weights must be [{Features}, {Experts}], {(long)Features * Experts} values; {Weights.Length} came."
        : null;
}
