using System.Collections.Generic;
using System.Globalization;

namespace MoE.Specification;

/// <summary>A selective state space as an expert.</summary>
public sealed record MambaExpertSpec(int Count, string? Name, MambaSpec Mamba) : ExpertSpec(Count, Name)
{
    public static AttributeTable Table { get; } = new(
        "MambaExpertAttribute",
        MambaSpec.ArgumentsAfter(new SizeArgument("Count", 1), new NameArgument("Name")),
        values => new MambaExpertSpec(values.Of<int>("Count"), values.Of<string?>("Name"), MambaSpec.Of(values)));

    public override string Attribute => Table.Name;

    public override string ShapeName => "Mamba" + Mamba.StateSize.ToString(CultureInfo.InvariantCulture);

    public override bool RowsSeeEachOther => true;

    public override IEnumerable<(double Inputs, double Outputs)> Layers(double inputs, double outputs) => Mamba.Layers(inputs, outputs);
}
