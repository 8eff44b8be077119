using System.ComponentModel;

namespace MoE.Persistence.Apr;

/// <summary>What a model's declaration says that its parameters do not: aprender's files hold some of it, and it tells which of them a model can be read from.</summary>
/// <param name="Inputs">Features of a row.</param>
/// <param name="Outputs">Values or classes.</param>
/// <param name="Experts">Experts that the router chooses from.</param>
/// <param name="TopK">Experts that work on a row.</param>
/// <param name="IsSoftmax">Whether the router is a linear layer with a softmax, as aprender's.</param>
/// <param name="Temperature">What divides its logits, where that is not learned.</param>
/// <param name="AreForests">Whether all experts are random forests.</param>
/// <param name="CapacityFactor">As declared.</param>
/// <param name="ExpertDropout">As declared.</param>
/// <param name="LoadBalanceWeight">As declared.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record AprSettings(
    int Inputs, int Outputs, int Experts, int TopK, bool IsSoftmax, float Temperature, bool AreForests, float CapacityFactor, float ExpertDropout, float LoadBalanceWeight);
