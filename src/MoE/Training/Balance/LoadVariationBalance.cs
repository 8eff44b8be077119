using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Numerics;
using MoE.Routing;

namespace MoE.Training.Balance;

/// <summary>
/// <c>weight * CV^2</c> of the experts' load, the number of rows that would choose each if its noise were drawn again:
/// <c>sum over the rows of Phi((clean_e - t_e) / scale_e)</c>, t_e the largest noisy logit that expert e must beat, the k-th or, for
/// a chosen one, the (k+1)-th (Shazeer et al., 2017, equations 8 to 11). Gradients flow through t, too.
/// </summary>
internal sealed class LoadVariationBalance(double weight, int experts) : BalanceLoss
{
    private readonly double[] _gradients = new double[experts];
    private readonly int[] _order = new int[experts];
    private readonly float[] _sorted = new float[experts];

    public override double Prepare(in TrainedRows rows)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            Sort(rows, row);
            for (int place = 0; place < _order.Length; place++)
            {
                int expert = _order[place];
                double normal = Normal(rows, row, expert, Rival(place, rows.Shape.TopK));
                _gradients[expert] += ScalarMath.Normal((float)normal, out _);
            }
        }
        return Variation.Take(_gradients, weight);
    }

    public override void AddByLogits(in TrainedRows rows, int row, NoiseGradients gradients)
    {
        Sort(rows, row);
        for (int place = 0; place < _order.Length; place++)
        {
            int expert = _order[place];
            int rival = Rival(place, rows.Shape.TopK);
            double normal = Normal(rows, row, expert, rival);
            double scale = Unsafe.Add(ref rows.NoiseScale, ((nint)row * rows.Shape.LogitStride) + expert);
            _ = ScalarMath.Normal((float)normal, out float density);
            double slope = _gradients[expert] * density / scale;
            gradients.Clean[expert] += slope;
            gradients.Noisy[rival] -= slope;
            gradients.Scale[expert] -= slope * normal;
        }
    }

    private void Sort(in TrainedRows rows, int row) => TopK.Select(
        ref Unsafe.Add(ref rows.Logits, (nint)row * rows.Shape.LogitStride), _order.Length, _order.Length,
        ref MemoryMarshal.GetArrayDataReference(_order), ref MemoryMarshal.GetArrayDataReference(_sorted));

    private int Rival(int place, int topK) => _order[place < topK ? topK : topK - 1];

    private static double Normal(in TrainedRows rows, int row, int expert, int rival)
    {
        nint first = (nint)row * rows.Shape.LogitStride;
        double distance = (double)Unsafe.Add(ref rows.CleanLogits, first + expert) - Unsafe.Add(ref rows.Logits, first + rival);
        return distance / Unsafe.Add(ref rows.NoiseScale, first + expert);
    }
}
