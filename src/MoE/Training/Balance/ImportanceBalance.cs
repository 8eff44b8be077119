namespace MoE.Training.Balance;

/// <summary><c>weight * CV^2</c> of the experts' importance, the sum of the weights that each was given (Shazeer et al., 2017, equations 6 and 7).</summary>
internal sealed class ImportanceBalance(double weight, int experts) : BalanceLoss
{
    private readonly double[] _gradients = new double[experts];

    public override double Prepare(in TrainedRows rows)
    {
        for (int assignment = 0; assignment < rows.Chosen.Length; assignment++)
        {
            if (rows.Chosen[assignment] >= 0)
                _gradients[rows.Chosen[assignment]] += rows.Weights[assignment];
        }
        return Variation.Take(_gradients, weight);
    }

    public override double ByWeight(int expert) => _gradients[expert];
}
