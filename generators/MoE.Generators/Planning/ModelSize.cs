using System;
using System.Linq;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>Whether a model can be planned at all. In floating point, so that no declaration overflows it.</summary>
internal static class ModelSize
{
    // An array of floats holds no more; kernels need some room behind the parameters.
    private const double MostFloats = int.MaxValue - 65536;

    // A layer's padding is at most this in each direction.
    private const double Margin = 64;

    /// <summary>Whether the parameters are more than an array can hold.</summary>
    public static bool IsTooLarge(ModelSpec spec)
    {
        double outputs = spec.Classifier?.Members.Count ?? spec.Outputs;
        double gate = Layer(spec.Inputs, spec.Experts.Sum(expert => (double)expert.Count));
        return gate + spec.Experts.Sum(expert => expert.Count * Floats(expert, spec.Inputs, outputs)) > MostFloats;
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
