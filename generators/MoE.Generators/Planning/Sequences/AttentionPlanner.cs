using System.Globalization;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>[AttentionMixer]: names as Hugging Face's Llama has them.</summary>
internal static class AttentionPlanner
{
    public static AttentionPlan Plan(AttentionMixerSpec spec, BufferPlan rows, bool isTrained)
    {
        int keyHeads = spec.KeyHeads, headSize = spec.SizeOfHead(rows.Width);
        BufferPlan queries = BufferPlan.Of("queries", checked(spec.Heads * headSize));
        BufferPlan keys = BufferPlan.Of("keys", checked(keyHeads * headSize));
        SequenceLayerPlan query = SequenceLayerPlan.Create("MixerQuery", rows, queries, spec.Bias, 0, isTrained);
        SequenceLayerPlan key = SequenceLayerPlan.Create("MixerKey", rows, keys, spec.Bias, query.End, isTrained);
        SequenceLayerPlan value = SequenceLayerPlan.Create("MixerValue", rows, keys, spec.Bias, key.End, isTrained);
        SequenceLayerPlan output = SequenceLayerPlan.Create("MixerOutput", queries, rows, spec.Bias, value.End, isTrained);
        return new AttentionPlan(
            string.Format(CultureInfo.InvariantCulture, "{0} heads of {1}", spec.Heads, headSize)
                + (keyHeads == spec.Heads ? "" : string.Format(CultureInfo.InvariantCulture, " over {0}", keyHeads))
                + (spec.Window == 0 ? "" : string.Format(CultureInfo.InvariantCulture, ", {0} rows back", spec.Window)),
            [query, key, value, output],
            [.. query.Tensors("q_proj."), .. key.Tensors("k_proj."), .. value.Tensors("v_proj."), .. output.Tensors("o_proj.")],
            output.End,
            rows.Width,
            spec.Heads,
            keyHeads,
            headSize,
            spec.Window,
            spec.RotaryBase.Value);
    }
}
