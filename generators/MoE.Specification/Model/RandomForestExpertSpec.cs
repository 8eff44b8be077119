using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;

namespace MoE.Specification;

/// <summary>A random forest.</summary>
public sealed record RandomForestExpertSpec(int Count, string? Name, int Trees, int MaxDepth, int MinSamplesLeaf, int MaxFeatures) : ExpertSpec(Count, Name)
{
    public static AttributeTable Table { get; } = new(
        "RandomForestExpertAttribute",
        ImmutableArray.Create<Argument>(
            new SizeArgument("trees", 0),
            new SizeArgument("Count", 1),
            new NameArgument("Name"),
            new SizeArgument("MaxDepth", 10, mayBeLeftOut: true),
            new SizeArgument("MinSamplesLeaf", 1),
            new SizeArgument("MaxFeatures", 0, mayBeLeftOut: true)),
        values => new RandomForestExpertSpec(
            values.Of<int>("Count"),
            values.Of<string?>("Name"),
            values.Of<int>("trees"),
            values.Of<int>("MaxDepth"),
            values.Of<int>("MinSamplesLeaf"),
            values.Of<int>("MaxFeatures")));

    public override string Attribute => Table.Name;

    public override string ShapeName => "Forest" + Trees.ToString(CultureInfo.InvariantCulture);

    public override bool GivesProbabilities => true;

    public override bool HoldsState => true;

    public override bool CarriesGradientsBack => false;

    // Its nodes lie with it, not among the model's parameters.
    public override IEnumerable<(double Inputs, double Outputs)> Layers(double inputs, double outputs) => [];
}
