using System;
using MoE.Experts;
using MoE.Routing;

namespace MoE;

/// <summary>Whether a model says what another says: one of fewer bits and the one that it was rounded from.</summary>
public static class MixtureQuality
{
    /// <summary>Runs both over the same rows. A value that is NaN in both is equal; in one, its error is infinite.</summary>
    /// <typeparam name="TModel">The class of the model that is the measure.</typeparam>
    /// <typeparam name="TOther">The class of the other, of equal sizes.</typeparam>
    /// <param name="model">The measure.</param>
    /// <param name="other">What is compared with it.</param>
    /// <param name="rows">[rows x InputSize], at least one row.</param>
    /// <exception cref="ArgumentException">The models have other sizes than each other, or rows is no whole number of rows, or none.</exception>
    public static QualityComparison Compare<TModel, TOther>(TModel model, TOther other, ReadOnlySpan<float> rows)
        where TModel : IMixtureOfExperts<TModel>
        where TOther : IMixtureOfExperts<TOther>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(other);
        DemandEqual("InputSize", TModel.InputSize, TOther.InputSize);
        DemandEqual("OutputSize", TModel.OutputSize, TOther.OutputSize);
        DemandEqual("ExpertCount", TModel.ExpertCount, TOther.ExpertCount);
        DemandEqual("TopK", TModel.TopK, TOther.TopK);
        int count = RowSpans.Count(rows, TModel.InputSize), width = TModel.OutputSize, topK = TModel.TopK;
        if (count == 0)
            throw new ArgumentException("rows must hold at least one row.", nameof(rows));

        float[] expected = new float[count * width], actual = new float[count * width], weights = new float[count * topK];
        int[] experts = new int[count * topK], others = new int[count * topK];
        model.Predict(rows, expected);
        other.Predict(rows, actual);
        model.Route(rows, experts, weights);
        other.Route(rows, others, weights);
        double largest = 0, sum = 0, relative = 0;
        long routes = 0, classes = 0;
        for (int row = 0; row < count; row++)
        {
            Span<float> left = expected.AsSpan(row * width, width), right = actual.AsSpan(row * width, width);
            double top = 0, worst = 0;
            for (int column = 0; column < width; column++)
            {
                double error = Error(left[column], right[column]);
                sum += error;
                worst = Math.Max(worst, error);
                top = float.IsNaN(left[column]) ? top : Math.Max(top, Math.Abs((double)left[column]));
            }
            largest = Math.Max(largest, worst);
            relative = Math.Max(relative, worst == 0 ? 0 : worst / top);
            routes += AreSame(experts.AsSpan(row * topK, topK), others.AsSpan(row * topK, topK)) ? 1 : 0;
            classes += TopK.ArgMax(ref left[0], width) == TopK.ArgMax(ref right[0], width) ? 1 : 0;
        }
        return new QualityComparison(count, largest, sum / ((long)count * width), relative, (double)routes / count, (double)classes / count);
    }

    private static double Error(float expected, float actual)
    {
        if (float.IsNaN(expected) && float.IsNaN(actual) || expected == actual)
            return 0;
        double error = Math.Abs((double)actual - expected);
        return double.IsNaN(error) ? double.PositiveInfinity : error;
    }

    private static bool AreSame(Span<int> left, Span<int> right)
    {
        left.Sort();
        right.Sort();
        return left.SequenceEqual(right);
    }

    private static void DemandEqual(string name, int left, int right)
    {
        if (left != right)
            throw new ArgumentException($"Both models must have the same {name}, but the first has {left} and the second {right}.");
    }
}
