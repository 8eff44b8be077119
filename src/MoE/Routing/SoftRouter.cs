using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace MoE.Routing;

/// <summary>Every expert, in their order, weighed by a softmax over all (Jacobs et al., 1991).</summary>
/// <param name="experts">How many there are.</param>
/// <param name="temperature">Divides the logits.</param>
/// <param name="temperatureOffset">Where a learned temperature lies among the mixture's parameters; -1: it is fixed.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SoftRouter(int experts, float temperature = 1, int temperatureOffset = -1)
    : ProbabilityRouter(experts, temperature, temperatureOffset, jitter: 0)
{
    private readonly int _experts = experts;

    /// <inheritdoc/>
    protected override bool OverAll => true;

    /// <inheritdoc/>
    public override void RouteRow(ref float input, ref float scores, ref float parameters, ref int experts, ref float weights)
    {
        SoftmaxWeights.Probabilities(ref scores, 1, _experts, 0, Temperature(ref parameters));
        for (int expert = 0; expert < _experts; expert++)
        {
            Unsafe.Add(ref experts, expert) = expert;
            Unsafe.Add(ref weights, expert) = Unsafe.Add(ref scores, expert);
        }
    }
}
