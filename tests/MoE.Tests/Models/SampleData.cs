using System;
using System.Linq;

namespace MoE.Tests.Models;

/// <summary>Reproducible rows and targets.</summary>
internal static class SampleData
{
    /// <summary>Values in [-scale, scale].</summary>
    public static float[] Uniform(int seed, int count, float scale)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => scale * ((2f * random.NextSingle()) - 1f))];
    }

    public static float[] Inputs(IModel model, int rows) => Uniform(101, rows * model.Inputs, 2f);

    /// <summary>Values for a regressor, class indices for a classifier.</summary>
    public static float[] Targets(IModel model, int rows)
    {
        bool classifies = model.Type.GetCustomAttributes(false).Any(attribute => attribute.GetType().Name.StartsWith("ClassifierAttribute", StringComparison.Ordinal));
        if (!classifies)
            return Uniform(202, rows * model.Outputs, 1.5f);
        Random random = new(303);
        return [.. Enumerable.Range(0, rows).Select(_ => (float)random.Next(model.Outputs))];
    }
}
