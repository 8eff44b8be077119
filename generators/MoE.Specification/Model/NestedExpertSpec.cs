using System.Collections.Generic;
using System.Linq;

namespace MoE.Specification;

/// <summary>Another model as an expert: a mixture within the mixture.</summary>
/// <param name="Model">What it declares; null where it leads back to itself.</param>
/// <param name="Cycle">"A -> B -> A", where it leads back to a model that holds it; else null.</param>
public sealed record NestedExpertSpec(int Count, string? Name, string ModelName, ModelSpec? Model, string? Cycle) : ExpertSpec(Count, Name)
{
    public override bool IsComplete => Model is not null && ModelChecks.IsValid(Model, ModelChecks.Run(Model));

    public override string Attribute => ExpertTypeArgument.Table.Name;

    public override string ShapeName => new(ModelName.Where(char.IsLetterOrDigit).ToArray());

    public override bool HoldsState => Model is { HoldsState: true };

    public override bool CarriesGradientsBack => false;

    // Those of its own experts.
    public override IEnumerable<(double Inputs, double Outputs)> Layers(double inputs, double outputs) => [];
}
