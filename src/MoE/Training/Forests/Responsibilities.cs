using System;
using System.Linq;
using MoE.Experts;
using MoE.Routing;

namespace MoE.Training.Forests;

/// <summary>
/// How much of each row is an expert's: <c>h_e = w_e p_e(y) / sum over the chosen of w_k p_k(y)</c> (Jordan and Jacobs, "Hierarchical Mixtures of Experts and the EM
/// Algorithm", 1994). Numbers are taken as normal around what an expert says, with the variance that the mixture leaves.
/// </summary>
internal static class Responsibilities
{
    /// <returns>For each expert a share of each of the rows.</returns>
    public static double[][] Of(IMixtureModel model, UnseenOutputs unseen, in TrainingSet set, int[] rows)
    {
        MixtureShape shape = model.Mixture.Shape;
        float[] inputs = new float[rows.Length * shape.Inputs];
        for (int index = 0; index < rows.Length; index++)
            set.Inputs.Slice(rows[index] * shape.Inputs, shape.Inputs).CopyTo(inputs.AsSpan(index * shape.Inputs));
        int[] experts = new int[rows.Length * shape.TopK];
        float[] weights = new float[experts.Length];
        RowRouter.Route(model.Mixture, inputs, experts, weights);

        double[][] losses = new double[shape.Experts][];
        for (int expert = 0; expert < shape.Experts; expert++)
            losses[expert] = Losses(set, rows, Outputs(model.Mixture, unseen, expert, inputs, rows), shape.Outputs);
        if (!set.IsClassification)
            Normalize(losses, experts, weights, shape.TopK);

        double[][] shares = [.. Enumerable.Range(0, shape.Experts).Select(_ => new double[rows.Length])];
        for (int row = 0; row < rows.Length; row++)
        {
            double total = 0;
            for (int slot = row * shape.TopK; slot < (row + 1) * shape.TopK; slot++)
            {
                if (experts[slot] >= 0)
                    total += shares[experts[slot]][row] = weights[slot] * Math.Exp(-losses[experts[slot]][row]);
            }
            for (int slot = row * shape.TopK; total > 0 && slot < (row + 1) * shape.TopK; slot++)
            {
                if (experts[slot] >= 0)
                    shares[experts[slot]][row] /= total;
            }
        }
        return shares;
    }

    private static float[] Outputs(ITrainableMixture mixture, UnseenOutputs unseen, int expert, float[] inputs, int[] rows)
    {
        float[] outputs = new float[rows.Length * mixture.Shape.Outputs];
        if (mixture.Forest(expert) is not { } forest || !unseen.TryCopy(forest, rows, outputs, mixture.Shape.Outputs))
            MixturePredictor.PredictExpert(mixture, expert, inputs, outputs);
        return outputs;
    }

    // The logarithm of the label's probability, or half of the squared error, negative both.
    private static double[] Losses(in TrainingSet set, int[] rows, float[] outputs, int width)
    {
        double[] losses = new double[rows.Length];
        for (int index = 0; index < rows.Length; index++)
        {
            ReadOnlySpan<float> said = outputs.AsSpan(index * width, width);
            if (set.IsClassification)
                losses[index] = -FixedLog.Of(Math.Max(said[set.Labels[rows[index]]], 1e-30));
            else
                losses[index] = width * TaskLoss.MeanSquaredOfRow(said, set.Targets.Slice(rows[index] * width, width)) / 2;
        }
        return losses;
    }

    // In units of the variance: the mean loss of the mixture is one half.
    private static void Normalize(double[][] losses, int[] experts, float[] weights, int topK)
    {
        double sum = 0, total = 0;
        for (int slot = 0; slot < experts.Length; slot++)
        {
            if (experts[slot] < 0)
                continue;
            sum += weights[slot] * losses[experts[slot]][slot / topK];
            total += weights[slot];
        }
        double scale = sum > 0 ? total / (2 * sum) : 0;
        foreach (double[] own in losses)
        {
            for (int row = 0; row < own.Length; row++)
                own[row] *= scale;
        }
    }
}
