using System.Collections.Generic;
using System.Globalization;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>A gated linear unit: gate and up in one layer, in alternating blocks of 16 columns, then down.</summary>
internal static class GatedPlanner
{
    private const int Block = 16;

    public static ExpertPlan Plan(GatedExpertSpec spec, ExpertSite site)
    {
        (string name, _, BufferPlan input, BufferPlan output, bool needsInputGradient) = site;
        int columns = 2 * Padding.RoundUp(spec.Hidden, Block);
        BufferPlan gateUp = BufferPlan.Of("gateUp", columns);
        BufferPlan hidden = BufferPlan.Of("hidden", spec.Hidden);
        LinearPlan first = LinearPlan.Create(
            name + "GateUp", FeedForwardPlanner.Describe(input.Width, spec.Hidden, false) + " twice, gate and up side by side", input.Width, columns, spec.Bias, false, input.Stride, gateUp.Stride, interleaved: true, site.Storage);
        LinearPlan down = LinearPlan.Create(
            name + "Down", FeedForwardPlanner.Describe(spec.Hidden, output.Width, false), spec.Hidden, output.Width, spec.Bias, false, hidden.Stride, output.Stride, storage: site.Storage);

        ClampPlan? clamp = ClampPlan.Of(spec);
        List<TensorPlan> tensors = [];
        AddHalf(tensors, "w1", first, spec, 0);
        AddHalf(tensors, "w3", first, spec, 1);
        tensors.Add(TensorPlan.Weight("w2.weight", down, first.Floats));
        if (spec.Bias)
            tensors.Add(TensorPlan.Bias("w2.bias", down, first.Floats));

        return new ExpertPlan(
            name,
            string.Format(CultureInfo.InvariantCulture, "{0} -> {1}({2}) * {2}{3} -> {4}", input.Width, spec.Activation, spec.Hidden, clamp is null ? "" : $" ({clamp.Summary})", output.Width),
            input,
            output,
            [
                new LinearOp(input, gateUp, first, 0, needsInputGradient ? FeedForwardPlanner.Transpose(first, gateUp, input) : null) { Columns = 2 * spec.Hidden },
                new GatedUnitOp(gateUp, hidden, spec.Activation, clamp),
                new LinearOp(hidden, output, down, first.Floats, FeedForwardPlanner.Transpose(down, output, hidden)),
            ],
            [.. tensors],
            checked(first.Floats + down.Floats));
    }

    private static void AddHalf(List<TensorPlan> tensors, string name, LinearPlan layer, GatedExpertSpec spec, int half)
    {
        tensors.Add(new TensorPlan(name + ".weight", [spec.Hidden, layer.Inputs], layer.HalfWeight(half), layer.Inputs, 0) { Storage = layer.Storage });
        if (spec.Bias)
            tensors.Add(new TensorPlan(name + ".bias", [spec.Hidden], layer.HalfBias(half), layer.Inputs, 0));
    }
}
