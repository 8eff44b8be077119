using System.Collections.Generic;
using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>A gated linear unit beside the router's experts.</summary>
public sealed record SharedExpertSpec(int Hidden, bool Gated) : AttributeSpec
{
    public static AttributeTable Table { get; } = new(
        "SharedExpertAttribute",
        ImmutableArray.Create<Argument>(
            new SizeArgument("hidden", 0),
            new FlagArgument("Gated", false)),
        values => new SharedExpertSpec(values.Of<int>("hidden"), values.Of<bool>("Gated")));

    public override string Attribute => Table.Name;

    /// <summary>What it computes, as an expert of the router's would.</summary>
    public GatedExpertSpec Unit => (GatedExpertSpec)GatedExpertSpec.Table.Default with { Hidden = Hidden };

    /// <summary>The sizes of its linear layers; in floating point, so that no declaration overflows them.</summary>
    public IEnumerable<(double Inputs, double Outputs)> Layers(double inputs, double outputs)
    {
        foreach ((double Inputs, double Outputs) layer in Unit.Layers(inputs, outputs))
            yield return layer;
        if (Gated)
            yield return (inputs, 1);
    }
}
