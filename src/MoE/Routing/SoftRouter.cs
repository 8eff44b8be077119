using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace MoE.Routing;

/// <summary>Every expert, in their order, weighed by a softmax over all (Jacobs et al., 1991).</summary>
/// <param name="experts">How many there are.</param>
/// <param name="temperature">Divides the logits.</param>
/// <param name="temperatureOffset">Where a learned temperature lies among the mixture's parameters; -1: it is fixed.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SoftRouter(int experts, float temperature = 1, int temperatureOffset = -1)
    : ProbabilityRouter(experts, temperature, temperatureOffset)
{
    private readonly int _experts = experts;

    /// <inheritdoc/>
    protected override bool OverAll => true;

    /// <inheritdoc/>
    public override void RouteRows(
        int rows, ref float inputs, int inputStride, ref float scores, int scoreStride, ref float parameters, ref int experts, ref float weights)
    {
        Shares(ref scores, rows, scoreStride, ref parameters);
        for (int row = 0; row < rows; row++)
        {
            for (int expert = 0; expert < _experts; expert++)
            {
                nint slot = ((nint)row * _experts) + expert;
                Unsafe.Add(ref experts, slot) = expert;
                Unsafe.Add(ref weights, slot) = Unsafe.Add(ref scores, ((nint)row * scoreStride) + expert);
            }
        }
    }
}
