using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using MoE.Experts.Sparse;

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
            Unsafe.Add(ref experts, row) = ExpertOf(sum);
            Unsafe.Add(ref weights, row) = 1;
        }
    }

    /// <inheritdoc/>
    protected override void Choose(in RoutedRows rows)
    {
        if (rows.Mixture.Shape.Form != RowForm.Sparse)
        {
            base.Choose(rows);
            return;
        }
        for (int row = 0; row < rows.Count; row++)
        {
            // Columns that are not there add zeros.
            double sum = 0;
            foreach (float value in SparseRow.At(ref Unsafe.Add(ref rows.Inputs, (nint)row * SparseRow.Floats)).Values)
                sum += Math.Abs(value);
            Unsafe.Add(ref rows.Experts, row) = ExpertOf(sum);
            Unsafe.Add(ref rows.Weights, row) = 1;
        }
    }

    // The remainder of doubles is exact, also where the number is beyond 64 bits.
    private int ExpertOf(double sum) => (int)(Math.Floor(Buckets * sum) % _experts);
}
