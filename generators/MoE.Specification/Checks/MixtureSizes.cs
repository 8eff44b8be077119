using System;

namespace MoE.Specification;

/// <summary>How wide a mixture is, in words.</summary>
internal static class MixtureSizes
{
    public static string Inputs(ModelSpec model) => Say(model, model.MixtureInputs, "inputs");

    public static string Outputs(ModelSpec model) => Say(model, model.MixtureOutputs, "outputs");

    private static string Say(ModelSpec model, int size, string what) => model.Backbone is null
        ? FormattableString.Invariant($"{model.Declaration.Name} has {size} {what}")
        : FormattableString.Invariant($"the mixtures in the backbone of {model.Declaration.Name} have {size} {what}");
}
