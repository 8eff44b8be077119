using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Sequences;

/// <summary>How a linear layer of a block over sequences is made.</summary>
internal static class SequenceLayerEmitter
{
    /// <param name="kernels">The class with the block's linear layers.</param>
    public static string Of(SequenceLayerPlan layer, string kernels)
    {
        string name = $"{kernels}.{layer.Linear.Name}";
        return $"new SequenceLinear({name}Shape, {layer.Offset}, {name}{(layer.Back is null ? "" : $", {kernels}.{layer.Back.Name}Shape")})";
    }
}
