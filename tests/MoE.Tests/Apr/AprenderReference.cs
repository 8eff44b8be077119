using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using MoE.Persistence.Apr;

namespace MoE.Tests.Apr;

/// <summary>
/// What aprender answers (crates/aprender-core/src/ensemble/{gating,moe}.rs, tree/, linear_model/): in float32 its own numbers but for
/// the order of its sums within experts, in double what they round.
/// </summary>
/// <typeparam name="T">float, or double.</typeparam>
internal static class AprenderReference<T> where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>SoftmaxGating::forward: features that the gate does not have are left out, and so are rows' missing ones.</summary>
    public static T[] Forward(AprGating gating, ReadOnlySpan<float> row)
    {
        T[] logits = new T[gating.Experts];
        for (int j = 0; j < logits.Length; j++)
        {
            T sum = T.Zero;
            for (int i = 0; i < Math.Min(row.Length, gating.Features); i++) sum += From(row[i]) * From(gating.Weights[i * gating.Experts + j]);
            logits[j] = sum / From(gating.Temperature);
        }
        T most = logits.Max();
        T[] exponentials = [.. logits.Select(logit => T.Exp(logit - most))];
        T total = exponentials.Aggregate(T.Zero, (sum, value) => sum + value);
        return [.. exponentials.Select(value => value / total)];
    }

    /// <summary>The experts that a row is given to and their weights, renormalised, in descending order; ties in the order of the experts.</summary>
    public static (int Expert, T Weight)[] Route(AprMixture mixture, ReadOnlySpan<float> row)
    {
        T[] weights = Forward(mixture.Gating, row);
        int k = (int)Math.Min(mixture.Config.TopK, (ulong)mixture.Experts.Count);
        (int Expert, T Weight)[] chosen = [.. weights.Select((weight, expert) => (expert, weight)).OrderByDescending(pair => pair.weight).Take(k)];
        T total = chosen.Aggregate(T.Zero, (sum, pair) => sum + pair.Weight);
        return [.. chosen.Select(pair => (pair.Expert, pair.Weight / total))];
    }

    /// <summary>MixtureOfExperts::predict: classifiers' labels are averaged as numbers.</summary>
    public static T Predict(AprMixture mixture, float[] row) =>
        Route(mixture, row).Aggregate(T.Zero, (sum, pair) => sum + pair.Weight * Predict(mixture.Experts[pair.Expert], row));

    /// <summary>MixtureOfExperts::compute_load_balance_loss, as it is since June 2026: alpha N sum_i f_i P_i.</summary>
    public static T LoadBalanceLoss(AprMixture mixture, float[][] rows)
    {
        T loss = T.Zero;
        int k = (int)Math.Min(mixture.Config.TopK, (ulong)mixture.Experts.Count);
        for (int expert = 0; expert < mixture.Experts.Count; expert++)
        {
            int routed = rows.Count(row => Route(mixture, row).Any(pair => pair.Expert == expert));
            T share = rows.Aggregate(T.Zero, (sum, row) => sum + Forward(mixture.Gating, row)[expert]) / T.CreateChecked(rows.Length);
            loss += T.CreateChecked(routed) / T.CreateChecked(rows.Length * k) * share;
        }
        return From(mixture.Config.LoadBalanceWeight) * T.CreateChecked(mixture.Experts.Count) * loss;
    }

    /// <summary>An expert's answer to one row, as aprender's Estimator casts it.</summary>
    public static T Predict(AprExpert expert, float[] row) => expert switch
    {
        AprLinearRegression linear => Linear(linear.Coefficients, linear.Intercept, row),
        AprRidge ridge => Linear(ridge.Coefficients, ridge.Intercept, row),
        // sigmoid(z) >= 1/2.
        AprLogisticRegression logistic => Linear(logistic.Coefficients, logistic.Intercept, row) >= T.Zero ? T.One : T.Zero,
        AprRandomForestClassifier forest => From(forest.Trees.Select(tree => Answer(tree, row))
            .GroupBy(label => label).OrderByDescending(votes => votes.Count()).ThenBy(votes => votes.Key).First().Key),
        AprRandomForestRegressor forest => Mean(forest.Trees, row),
        _ => throw new ArgumentException($"aprender has no {expert.WrittenAs.Name}."),
    };

    private static T Linear(float[]? coefficients, float intercept, float[] row)
    {
        if (coefficients is null) throw new InvalidOperationException("Model not fitted");
        T sum = T.Zero;
        for (int i = 0; i < coefficients.Length; i++) sum += From(row[i]) * From(coefficients[i]);
        return sum + From(intercept);
    }

    private static T Mean(IReadOnlyList<AprTree> trees, float[] row)
    {
        if (trees.Count == 0) throw new InvalidOperationException("Cannot predict with an unfitted Random Forest. Call fit() first.");
        return trees.Aggregate(T.Zero, (sum, tree) => sum + From(Answer(tree, row))) / T.CreateChecked(trees.Count);
    }

    // Inputs that are not numbers go right: the comparison is false.
    private static float Answer(AprTree tree, float[] row)
    {
        AprNode node = tree.Nodes[0];
        while (!node.IsLeaf) node = tree.Nodes[row[node.Feature] <= node.Threshold ? node.Left : node.Right];
        return node.Value;
    }

    private static T From(float value) => T.CreateChecked(value);
}
