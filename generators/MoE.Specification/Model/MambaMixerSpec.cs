using System.Collections.Generic;

namespace MoE.Specification;

/// <summary>A selective state space as the mixer.</summary>
public sealed record MambaMixerSpec(MambaSpec Mamba) : MixerSpec
{
    public static AttributeTable Table { get; } = new(
        "MambaMixerAttribute", MambaSpec.ArgumentsAfter(), values => new MambaMixerSpec(MambaSpec.Of(values)));

    public override string Attribute => Table.Name;

    public override IEnumerable<(double Inputs, double Outputs)> Layers(double width) => Mamba.Layers(width, width);
}
