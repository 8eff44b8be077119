namespace MoE.Experts.Forests;

/// <summary>Rows that a forest is grown on.</summary>
/// <param name="Inputs">[rows x inputs], finite.</param>
/// <param name="Labels">[rows] of classes; empty for numbers.</param>
/// <param name="Targets">[rows x outputs] of numbers; empty for classes.</param>
/// <param name="Weights">[rows], at least 0: how much each counts; empty: all the same.</param>
internal sealed record ForestRows(float[] Inputs, int[] Labels, float[] Targets, double[] Weights)
{
    public double WeightOf(int row) => Weights.Length == 0 ? 1 : Weights[row];
}
