using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace MoE.Routing;

/// <summary>The TopK experts with the largest logits, weighed by a softmax over them or over all (Shazeer et al., 2017; Fedus et al., 2021).</summary>
/// <param name="experts">Experts to choose from.</param>
/// <param name="topK">How many to choose.</param>
/// <param name="overAll">Whether the weights are the softmax over all experts, as it is, or the softmax over the chosen ones.</param>
/// <param name="temperature">Divides the logits.</param>
/// <param name="temperatureOffset">Where a learned temperature lies among the mixture's parameters; -1: it is fixed.</param>
/// <param name="jitter">Multiplies the router's copy of the inputs while training by random numbers from 1 - jitter to 1 + jitter.</param>
/// <param name="noise">What is added to the logits while training; null: nothing.</param>
/// <param name="groups">Limits the choice to the best groups of experts; null: it is free.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SoftmaxRouter(
    int experts, int topK, bool overAll, float temperature = 1, int temperatureOffset = -1, double jitter = 0, RouterNoise? noise = null, GroupedTopK? groups = null)
    : ProbabilityRouter(experts, temperature, temperatureOffset, jitter, noise)
{
    private readonly int _experts = experts;
    private readonly int _topK = topK;
    private readonly bool _overAll = overAll;

    /// <inheritdoc/>
    protected override bool OverAll => _overAll;

    /// <inheritdoc/>
    public override void RouteRows(
        int rows, ref float inputs, int inputStride, ref float scores, int scoreStride, ref float parameters, ref int experts, ref float weights)
    {
        float divisor = Divisor(ref parameters);
        for (int row = 0; row < rows; row++)
        {
            ref float logits = ref Unsafe.Add(ref scores, (nint)row * scoreStride);
            ref int chosen = ref Unsafe.Add(ref experts, (nint)row * _topK);
            ref float shares = ref Unsafe.Add(ref weights, (nint)row * _topK);
            if (groups is null)
                TopK.Select(ref logits, _experts, _topK, ref chosen, ref shares);
            else
                groups.Select(ref logits, _topK, ref chosen, ref shares);
        }
        if (!_overAll)
        {
            SoftmaxWeights.WeighOverSelected(ref weights, rows, _topK, divisor);
            return;
        }
        Shares(ref scores, rows, scoreStride, ref parameters);
        for (int row = 0; row < rows; row++)
        {
            ref float probabilities = ref Unsafe.Add(ref scores, (nint)row * scoreStride);
            for (nint slot = (nint)row * _topK; slot < ((nint)row + 1) * _topK; slot++)
                Unsafe.Add(ref weights, slot) = Unsafe.Add(ref probabilities, Unsafe.Add(ref experts, slot));
        }
    }
}
