namespace MoE.Generators.Planning;

/// <summary>Noise on a router's logits while training.</summary>
/// <param name="Layer">From a row to the noise's scale.</param>
/// <param name="Offset">Its first float among the gate's parameters.</param>
/// <param name="Back">The layer that carries gradients on to the row; null where nobody asks.</param>
internal sealed record NoisePlan(GateNoise Kind, LinearPlan Layer, int Offset, LinearPlan? Back)
{
    /// <summary>What training runs.</summary>
    public LinearPlan[] Layers => Back is null ? [Layer] : [Layer, Back];
}
