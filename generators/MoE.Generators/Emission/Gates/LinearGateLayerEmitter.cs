using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Gates;

/// <summary>A linear layer: its kernel.</summary>
internal sealed class LinearGateLayerEmitter : GateLayerEmitter<LinearGateLayer>
{
    protected override void Row(SourceWriter writer, LinearGateLayer layer, string kernels) =>
        writer.Line($"{kernels}.{layer.Linear.Name}(ref x, ref Parameters, ref logits, 1);");

    protected override void Forward(SourceWriter writer, LinearGateLayer layer, string kernels)
    {
        const string Arguments = "ref inputs, ref Parameters, ref logits, rows";
        string whole = $"{kernels}.{layer.Linear.Name}({Arguments});";
        if (layer.ReadsSparseRows)
            SparseChoice.Emit(writer, $"SparseLinear.Rows({kernels}.{layer.Linear.Name}Shape, {Arguments});", whole);
        else
            writer.Line(whole);
    }

    protected override void Backward(SourceWriter writer, LinearGateLayer layer, string kernels)
    {
        string call = $"Backward({kernels}.{layer.Linear.Name}Shape, ref inputs, ref logitGradients, ref logitGradients, ref gradients, rows);";
        if (layer.ReadsSparseRows)
            SparseChoice.Emit(writer, $"SparseLinear.{call}", $"LinearLayer.{call}");
        else
            writer.Line($"LinearLayer.{call}");
    }

    protected override void BackwardInputs(SourceWriter writer, LinearGateLayer layer, string kernels) =>
        writer.Line($"LinearLayer.BackwardInputs({kernels}.{layer.Linear.Name}Shape, {kernels}.{layer.Back!.Name}Shape, ref Parameters, ref scratch, ref logitGradients, ref inputGradients, rows);");
}
