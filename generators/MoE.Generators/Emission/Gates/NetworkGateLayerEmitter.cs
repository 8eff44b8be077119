using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Gates;

/// <summary>A network of the user's: one instance, which the library takes row by row.</summary>
internal sealed class NetworkGateLayerEmitter : GateLayerEmitter<NetworkGateLayer>
{
    // By its interface: so it may implement it explicitly, and the JIT knows the type of a read-only field.
    protected override void Fields(SourceWriter writer, NetworkGateLayer layer)
    {
        writer.Summary("The router's network; its parameters are the model's.");
        writer.Line($"private static readonly global::MoE.{(layer.IsTrained ? "ITrainableGating" : "IGatingNetwork")} s_network = new {layer.Type}();");
        writer.Line();
    }

    protected override void Row(SourceWriter writer, NetworkGateLayer layer, string kernels) =>
        writer.Line("Gate(ref x, ref logits, 1);");

    protected override void Forward(SourceWriter writer, NetworkGateLayer layer, string kernels) =>
        writer.Line($"GatingNetworkRows.Forward(s_network, s_shape, ref Parameters, {layer.Parameters}, ref inputs, ref logits, rows);");

    protected override void Backward(SourceWriter writer, NetworkGateLayer layer, string kernels)
    {
        if (layer.IsTrained)
            writer.Line($"GatingNetworkRows.Backward(s_network, s_shape, ref Parameters, {layer.Parameters}, ref inputs, ref logitGradients, rows, ref gradients);");
    }

    /// <summary>Nothing: a model whose blocks carry gradients through a user's network is refused.</summary>
    protected override void BackwardInputs(SourceWriter writer, NetworkGateLayer layer, string kernels) =>
        writer.Line("throw new NotSupportedException(\"A network of your own carries no gradient on to its inputs.\");");
}
