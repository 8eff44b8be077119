using System.Collections.Generic;
using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>Causal attention as the mixer.</summary>
/// <param name="KeyValueHeads">0: as many as heads.</param>
/// <param name="HeadSize">0: the width divided by the heads.</param>
/// <param name="Window">0: the whole past.</param>
/// <param name="RotaryBase">0: no positions.</param>
public sealed record AttentionMixerSpec(int Heads, int KeyValueHeads, int HeadSize, int Window, NumberSpec RotaryBase, bool Bias) : MixerSpec
{
    public static AttributeTable Table { get; } = new(
        "AttentionMixerAttribute",
        ImmutableArray.Create<Argument>(
            new SizeArgument("heads", 0),
            new SizeArgument("KeyValueHeads", 0, mayBeLeftOut: true),
            new SizeArgument("HeadSize", 0, mayBeLeftOut: true),
            new SizeArgument("Window", 0, mayBeLeftOut: true),
            new NumberArgument("RotaryBase", 10000, NumberRange.NotNegative, RuleIds.LossWeight),
            new FlagArgument("Bias", false)),
        values => new AttentionMixerSpec(
            values.Of<int>("heads"),
            values.Of<int>("KeyValueHeads"),
            values.Of<int>("HeadSize"),
            values.Of<int>("Window"),
            values.Of<NumberSpec>("RotaryBase"),
            values.Of<bool>("Bias")));

    public override string Attribute => Table.Name;

    /// <summary>The heads of keys and values.</summary>
    public int KeyHeads => KeyValueHeads == 0 ? Heads : KeyValueHeads;

    /// <summary>The values of a head.</summary>
    public int SizeOfHead(int width) => HeadSize == 0 ? width / Heads : HeadSize;

    public override IEnumerable<(double Inputs, double Outputs)> Layers(double width)
    {
        double size = HeadSize == 0 ? width / Heads : HeadSize;
        return [(width, Heads * size), (width, KeyHeads * size), (width, KeyHeads * size), (Heads * size, width)];
    }
}
