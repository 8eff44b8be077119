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
        double floats = Floats(model);
        if (floats > MostFloats)
            yield return new Finding(
                RuleIds.ModelTooLarge,
                Places.Model(),
                ImmutableArray.Create(
                    model.Declaration.Name,
                    string.Format(CultureInfo.InvariantCulture, "about {0:0.0e+0} parameters, padding included", floats),
                    "a model holds at most 2^31"));
    }

    // An expert without layers costs as much as the smallest layer: there is no end of experts either.
    private static double Floats(ModelSpec model)
    {
        double outputs = model.Classifier?.Members.Count ?? model.Outputs;
        return Floats(model.Router.Layers(model.Inputs, model.Experts.Sum(expert => (double)expert.Count)))
            + model.Experts.Sum(expert => expert.Count * (expert is NestedExpertSpec { Model: { } nested } ? Floats(nested) : Math.Max(Floats(0, 0), Floats(expert.Layers(model.Inputs, outputs)))))
            + Floats(model.SharedExpert?.Layers(model.Inputs, outputs) ?? []);
    }

    private static double Floats(IEnumerable<(double Inputs, double Outputs)> layers) => layers.Sum(layer => Floats(layer.Inputs, layer.Outputs));

    private static double Floats(double inputs, double outputs) => (inputs + Margin) * (outputs + Margin);
}
