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

    private static double Floats(ModelSpec model) => model.Backbone is not { } backbone
        ? OfMixture(model) + (model.ResidualBlock is null ? 0 : Floats(model.Inputs, 1))
        : Floats(Rest(model, backbone)) + (backbone.Layers * OfLayer(model, backbone)) + (Mixtures(backbone) * OfMixture(model))
            + ((backbone.Layers - Mixtures(backbone)) * (Floats(backbone.Width, backbone.DenseWidth) + Floats(backbone.DenseWidth, backbone.Width)));

    // What stands in front of the layers, and behind them.
    private static IEnumerable<(double Inputs, double Outputs)> Rest(ModelSpec model, BackboneSpec backbone) =>
        [(model.Inputs, backbone.Width), (backbone.Width, 1), (backbone.Width, model.RowOutputs)];

    // Two norms, and the mixer.
    private static double OfLayer(ModelSpec model, BackboneSpec backbone) =>
        (2 * Floats(backbone.Width, 1)) + Floats(model.Mixer?.Layers(backbone.Width) ?? []);

    private static double Mixtures(BackboneSpec backbone) => backbone.MixtureEvery < 1 ? 0 : backbone.Layers / backbone.MixtureEvery;

    // An expert without layers costs as much as the smallest layer: there is no end of experts either.
    private static double OfMixture(ModelSpec model) =>
        Floats(model.Router.Layers(model.MixtureInputs, model.Experts.Sum(expert => (double)expert.Count)))
            + model.Experts.Sum(expert => expert.Count * (expert is NestedExpertSpec { Model: { } nested } ? Floats(nested) : Math.Max(Floats(0, 0), Floats(expert.Layers(model.MixtureInputs, model.MixtureOutputs)))))
            + Floats(model.SharedExpert?.Layers(model.MixtureInputs, model.MixtureOutputs) ?? []);

    private static double Floats(IEnumerable<(double Inputs, double Outputs)> layers) => layers.Sum(layer => Floats(layer.Inputs, layer.Outputs));

    private static double Floats(double inputs, double outputs) => (inputs + Margin) * (outputs + Margin);
}
