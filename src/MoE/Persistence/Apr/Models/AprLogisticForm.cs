using System.Collections.Generic;
using System.Linq;

namespace MoE.Persistence.Apr;

/// <summary>Linear experts of two classes: LogisticRegression, whose one logit is what the second class has more than the first.</summary>
internal sealed class AprLogisticForm : IAprForm
{
    public IReadOnlyList<AprExpertKind> Kinds => [AprLogisticRegression.Kind];

    public bool Fits(ModelLayout layout, AprSettings settings) => layout.ClassNames.Length == 2 && AprLinearForm.AreLinear(layout, settings);

    public AprExpert Write(AprSource source, int expert)
    {
        int inputs = source.Settings.Inputs;
        float[] weight = source.Find(AprLinearForm.Name(expert, "weight"))!, bias = source.Find(AprLinearForm.Name(expert, "bias")) ?? [0, 0];
        // aprender's own defaults of what fitting needs.
        return new AprLogisticRegression([.. weight[inputs..].Zip(weight, (second, first) => second - first)], bias[1] - bias[0], LearningRate: 0.01f, MaxIterations: 1000, Tolerance: 1e-4f);
    }

    public void Read(AprExpert read, AprTarget target, int expert)
    {
        AprLogisticRegression logistic = (AprLogisticRegression)read;
        float[] coefficients = logistic.Coefficients ?? new float[target.Settings.Inputs];
        AprLinearForm.Set(target, expert, [.. new float[coefficients.Length], .. coefficients], [0, logistic.Intercept]);
    }
}
