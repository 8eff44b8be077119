using System.Collections.Generic;
using System.Globalization;

namespace MoE.Generators.Planning;

/// <summary>The second sublayer of layers without a mixture: width -> hidden, activation, -> width.</summary>
internal sealed record DensePlan(SequenceLayerPlan Hidden, SequenceLayerPlan Output, BufferPlan Between, Activation Activation)
{
    public const string Prefix = "mlp.";

    public int Floats => Output.End;

    public string Summary => string.Format(CultureInfo.InvariantCulture, "{0} -> {1} {2} -> {0}", Hidden.Linear.Inputs, Between.Width, Activation);

    /// <summary>Named as an nn.Sequential's: the activation takes a number.</summary>
    public IEnumerable<TensorPlan> Tensors => [.. Hidden.Tensors("0."), .. Output.Tensors("2.")];

    public static DensePlan Plan(BufferPlan rows, int hidden, Activation activation, bool isTrained)
    {
        BufferPlan between = BufferPlan.Of("hidden", hidden);
        SequenceLayerPlan first = SequenceLayerPlan.Create("DenseHidden", rows, between, hasBias: true, 0, isTrained);
        return new DensePlan(first, SequenceLayerPlan.Create("DenseOutput", between, rows, hasBias: true, first.End, isTrained), between, activation);
    }
}
