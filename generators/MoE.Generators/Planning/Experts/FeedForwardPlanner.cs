using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>A multi-layer perceptron: linear layers with an activation between them, a LayerNorm at the end if asked for.</summary>
internal static class FeedForwardPlanner
{
    public static ExpertPlan Plan(FeedForwardExpertSpec spec, ExpertSite site)
    {
        (string name, _, BufferPlan input, BufferPlan output, bool needsInputGradient) = site;
        List<OpPlan> ops = [];
        List<TensorPlan> tensors = [];
        int offset = 0;
        int module = 0;
        BufferPlan source = input;
        for (int layer = 0; layer <= spec.Hidden.Count; layer++)
        {
            bool last = layer == spec.Hidden.Count;
            string position = (layer + 1).ToString(CultureInfo.InvariantCulture);
            bool fused = !last && spec.Activation == Activation.ReLU;
            bool direct = last ? !spec.EndNorm : fused || spec.Activation == Activation.Identity;
            int width = last ? output.Width : spec.Hidden[layer];
            BufferPlan activated = last ? output : BufferPlan.Of("hidden" + position, width);
            BufferPlan target = direct ? activated : BufferPlan.Of(last ? "sums" : "sums" + position, width);

            LinearPlan linear = LinearPlan.Create(
                name + (last ? "Output" : "Hidden" + position), Describe(source.Width, width, fused), source.Width, width, spec.Bias, fused, source.Stride, target.Stride, storage: site.Storage);
            ops.Add(new LinearOp(source, target, linear, offset, layer == 0 && !needsInputGradient ? null : Transpose(linear, target, source)));
            string prefix = (module++).ToString(CultureInfo.InvariantCulture);
            tensors.Add(TensorPlan.Weight(prefix + ".weight", linear, offset));
            if (spec.Bias)
                tensors.Add(TensorPlan.Bias(prefix + ".bias", linear, offset));
            offset = checked(offset + linear.Floats);
            if (last && spec.EndNorm)
                offset = AddNorm(ops, tensors, target, output, module, offset);
            if (!last)
            {
                if (!direct)
                    ops.Add(new ActivationOp(target, activated, spec.Activation));
                module++;
                if (spec.Dropout.Value > 0)
                {
                    ops.Add(new DropoutOp(activated, spec.Dropout.Value, layer));
                    module++;
                }
            }
            source = activated;
        }
        return new ExpertPlan(name, Summarise(spec, input.Width, output.Width), input, output, [.. ops], [.. tensors], offset);
    }

    /// <summary>The layer that carries the gradient of y back to x: its inputs are y's columns, without a bias.</summary>
    public static LinearPlan Transpose(LinearPlan linear, BufferPlan target, BufferPlan source) => LinearPlan.Create(
        linear.Name + "Back", Describe(linear.Outputs, linear.Inputs, false) + ", the gradient's way back", linear.Outputs, linear.Inputs, false, false, target.Stride, source.Stride);

    public static string Describe(int inputs, int outputs, bool hasReLU) =>
        string.Format(CultureInfo.InvariantCulture, "{0} -> {1}{2}", inputs, outputs, hasReLU ? ", ReLU" : "");

    private static int AddNorm(List<OpPlan> ops, List<TensorPlan> tensors, BufferPlan source, BufferPlan target, int module, int offset)
    {
        int size = Padding.RoundUp(source.Width, Padding.Line);
        string prefix = module.ToString(CultureInfo.InvariantCulture);
        ops.Add(new LayerNormOp(source, target, offset, offset + size));
        tensors.Add(TensorPlan.Vector(prefix + ".weight", source.Width, offset, 1));
        tensors.Add(TensorPlan.Vector(prefix + ".bias", source.Width, offset + size, 0));
        return checked(offset + (2 * size));
    }

    private static string Summarise(FeedForwardExpertSpec spec, int inputs, int outputs)
    {
        IEnumerable<string> widths = spec.Hidden.Select(width => width.ToString(CultureInfo.InvariantCulture) + " " + spec.Activation);
        string end = outputs.ToString(CultureInfo.InvariantCulture) + (spec.EndNorm ? " LayerNorm" : "");
        return string.Join(" -> ", new[] { inputs.ToString(CultureInfo.InvariantCulture) }.Concat(widths).Append(end));
    }
}
