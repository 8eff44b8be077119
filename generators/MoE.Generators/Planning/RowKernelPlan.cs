using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MoE.Generators.Planning;

/// <summary>The kernel of one row through a linear layer: all layers of a project that agree in this share it.</summary>
internal sealed record RowKernelPlan(int Inputs, int Outputs, bool HasReLU, WeightFormat Format)
{
    /// <summary>The class that holds it.</summary>
    public string Name => string.Format(CultureInfo.InvariantCulture, "Linear{0}x{1}{2}{3}", Inputs, Outputs, HasReLU ? "ReLU" : "", Format == WeightFormat.Float32 ? "" : Format.ToString());

    /// <summary>The layer as any model has it: strides and names do not matter to one row.</summary>
    public LinearPlan Layer => LinearPlan.Create(
        Name, FeedForwardPlanner.Describe(Inputs, Outputs, HasReLU), Inputs, Outputs, hasBias: true, HasReLU, inputStride: 0, Padding.Stride(Outputs), storage: StorageFormat.Of(Format));

    /// <summary>The kernels that a model needs, each once.</summary>
    public static IEnumerable<RowKernelPlan> Of(ModelPlan plan) => plan.Root.WithInner.SelectMany(block => block.Linears).Select(linear => linear.RowKernel).OfType<RowKernelPlan>().Distinct();
}
