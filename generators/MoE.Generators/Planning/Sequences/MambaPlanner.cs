using System.Globalization;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>[MambaMixer]: sizes, places and names as state-spaces/mamba has them.</summary>
internal static class MambaPlanner
{
    private const int WidthOfRank = 16;

    /// <param name="name">What the names of its layers begin with.</param>
    /// <param name="source">The rows that it reads.</param>
    /// <param name="target">The rows that it writes.</param>
    public static MambaPlan Plan(MambaSpec sizes, string name, BufferPlan source, BufferPlan target, bool isTrained)
    {
        int inner = checked(sizes.Expand * source.Width);
        int rank = sizes.TimeStepRank == 0 ? Padding.DivideUp(source.Width, WidthOfRank) : sizes.TimeStepRank;
        int line = Padding.RoundUp(inner, Padding.Line);
        BufferPlan channels = BufferPlan.Of("channels", inner);
        BufferPlan selection = BufferPlan.Of("selection", checked(rank + (2 * sizes.StateSize)));

        SequenceLayerPlan input = SequenceLayerPlan.Create(name + "In", source, BufferPlan.Of("inner", checked(2 * inner)), hasBias: false, 0, isTrained);
        int convolution = input.End;
        int convolutionBias = checked(convolution + (sizes.ConvolutionWidth * line));
        SequenceLayerPlan select = SequenceLayerPlan.Create(name + "Selection", channels, selection, hasBias: false, convolutionBias + line, isTrained);
        SequenceLayerPlan step = SequenceLayerPlan.Create(name + "TimeStep", selection with { Width = rank }, channels, hasBias: true, select.End, isTrained);
        int logarithms = step.End;
        int skip = checked(logarithms + (sizes.StateSize * line));
        SequenceLayerPlan output = SequenceLayerPlan.Create(name + "Out", channels, target, hasBias: false, skip + line, isTrained);
        return new MambaPlan(
            string.Format(CultureInfo.InvariantCulture, "{0} channels of {1} states, convolution over {2}", inner, sizes.StateSize, sizes.ConvolutionWidth),
            [input, select, step, output],
            [
                .. input.Tensors("in_proj."),
                new TensorPlan("conv1d.weight", [inner, 1, sizes.ConvolutionWidth], new Placement(convolution, line, line, line), sizes.ConvolutionWidth, 0),
                new TensorPlan("conv1d.bias", [inner], new Placement(convolutionBias, line, line, 0), sizes.ConvolutionWidth, 0),
                .. select.Tensors("x_proj."),
                new TensorPlan("dt_proj.weight", [inner, rank], step.Linear.Weight.At(step.Offset), rank, 0),
                TensorPlan.Bias("dt_proj.bias", step.Linear, step.Offset) with { Initial = "TimeSteps()" },
                new TensorPlan("A_log", [inner, sizes.StateSize], new Placement(logarithms, line, line, line), 0, 0) { Initial = $"StateLogarithms({sizes.StateSize})", Decays = false },
                TensorPlan.Vector("D", inner, skip, 1) with { Decays = false },
                .. output.Tensors("out_proj."),
            ],
            output.End,
            source.Width,
            inner,
            sizes.StateSize,
            sizes.ConvolutionWidth,
            rank,
            convolution,
            convolutionBias,
            logarithms,
            skip);
    }
}
