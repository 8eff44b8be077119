using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace MoE.Routing;

/// <summary>Expert <c>floor(1000 * sum of |x|) mod experts</c>, with weight 1: nothing to learn, nothing to balance.</summary>
/// <param name="inputs">Columns of a row.</param>
/// <param name="experts">Experts to choose from.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HashRouter(int inputs, int experts) : Router
{
    private const double Buckets = 1000;

    private readonly int _inputs = inputs;
    private readonly int _experts = experts;

    /// <inheritdoc/>
    public override void RouteRows(
        int rows, ref float inputs, int inputStride, ref float scores, int scoreStride, ref float parameters, ref int experts, ref float weights)
    {
        for (int row = 0; row < rows; row++)
        {
            double sum = 0;
            for (int column = 0; column < _inputs; column++)
                sum += Math.Abs(Unsafe.Add(ref inputs, ((nint)row * inputStride) + column));
            // The remainder of doubles is exact, also where the number is beyond 64 bits.
            Unsafe.Add(ref experts, row) = (int)(Math.Floor(Buckets * sum) % _experts);
            Unsafe.Add(ref weights, row) = 1;
        }
    }
}
