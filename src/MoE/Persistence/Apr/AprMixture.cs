using System.Collections.Generic;

namespace MoE.Persistence.Apr;

/// <summary>What aprender's MixtureOfExperts holds, and its files.</summary>
/// <param name="Experts">The experts; aprender's own mixtures have experts of one kind.</param>
/// <param name="Gating">The gate.</param>
/// <param name="Config">The settings.</param>
internal sealed record AprMixture(IReadOnlyList<AprExpert> Experts, AprGating Gating, AprConfig Config)
{
    /// <summary>What aprender's gate cannot hold, such as a bias; of files under <see cref="MoeGenMark"/> alone.</summary>
    public IReadOnlyList<AprTensor> GateTensors { get; init; } = [];
}
