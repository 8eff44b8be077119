using System.Collections.Generic;
using System.Linq;

namespace MoE.Specification;

/// <summary>An expert of the user's own type.</summary>
/// <param name="Type">Null where it does not exist.</param>
public sealed record CustomExpertSpec(int Count, string? Name, CustomTypeSpec? Type) : ExpertSpec(Count, Name)
{
    /// <summary>The floats that belong to each expert.</summary>
    public int ParameterCount => Type?.Constant("ParameterCount") ?? 0;

    /// <summary>Whether training changes those.</summary>
    public bool IsTrained => Type is { IsTrainable: true } && ParameterCount > 0;

    public override bool IsComplete => Type is not null;

    public override string Attribute => ExpertTypeArgument.Table.Name;

    public override string ShapeName => new((Type?.ShortName ?? "").Where(char.IsLetterOrDigit).ToArray());

    public override bool GivesProbabilities => true;

    public override bool HoldsState => Type is { IsSaved: true };

    public override bool CarriesGradientsBack => false;

    public override IEnumerable<(double Inputs, double Outputs)> Layers(double inputs, double outputs) => [(ParameterCount, 1)];
}
