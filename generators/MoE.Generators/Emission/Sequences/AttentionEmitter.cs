using System.Linq;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Sequences;

/// <summary>How an AttentionMixer is made.</summary>
internal static class AttentionEmitter
{
    public static void Emit(SourceWriter writer, AttentionPlan attention, string kernels)
    {
        string[] layers = [.. attention.Layers.Select(layer => SequenceLayerEmitter.Of(layer, kernels))];
        writer.Line("new AttentionMixer(");
        using (writer.Indent())
        {
            writer.Line($"new AttentionShape(width: {attention.Width}, heads: {attention.Heads}, keyValueHeads: {attention.KeyValueHeads}, headSize: {attention.HeadSize}, window: {attention.Window}, rotaryBase: {Literal.OfDouble(attention.RotaryBase)}),");
            writer.Line($"query: {layers[0]},");
            writer.Line($"key: {layers[1]},");
            writer.Line($"value: {layers[2]},");
            writer.Line($"output: {layers[3]});");
        }
    }
}
