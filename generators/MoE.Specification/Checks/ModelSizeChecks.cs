using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace MoE.Specification;

/// <summary>Whether one array can hold the parameters: MOE0302. In floating point, so that no declaration overflows it.</summary>
internal static class ModelSizeChecks
{
    // An array of floats holds no more; kernels need some room behind the parameters.
    private const double MostFloats = int.MaxValue - 65536;

    // A layer's padding is at most this in each direction.
    private const double Margin = 64;

    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        double outputs = model.Classifier?.Members.Count ?? model.Outputs;
        double gate = Layer(model.Inputs, model.Experts.Sum(expert => (double)expert.Count));
        double floats = gate + model.Experts.Sum(expert => expert.Count * Floats(expert, model.Inputs, outputs));
        if (floats > MostFloats)
            yield return new Finding(
                RuleIds.ModelTooLarge,
                Places.Model(),
                ImmutableArray.Create(model.Declaration.Name, floats.ToString("0.0e+0", CultureInfo.InvariantCulture)));
    }

    private static double Floats(ExpertSpec expert, double inputs, double outputs) => expert switch
    {
        GatedExpertSpec gated => (2 * Layer(inputs, gated.Hidden)) + Layer(gated.Hidden, outputs),
        FeedForwardExpertSpec feedForward => new[] { inputs }.Concat(feedForward.Hidden.Select(width => (double)width))
            .Zip(feedForward.Hidden.Select(width => (double)width).Append(outputs), Layer).Sum(),
        _ => throw new NotSupportedException("No size for " + expert.GetType().Name),
    };

    private static double Layer(double inputs, double outputs) => (inputs + Margin) * (outputs + Margin);
}
