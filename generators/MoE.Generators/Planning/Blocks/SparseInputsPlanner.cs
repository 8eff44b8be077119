using System.Collections.Generic;
using System.Linq;

namespace MoE.Generators.Planning;

/// <summary>Makes a mixture one that takes sparse rows, too.</summary>
internal static class SparseInputsPlanner
{
    public static MixturePlan Plan(MixturePlan mixture)
    {
        if (mixture.Gate is not { NeedsInputGradients: false, Layer: null or LinearGateLayer } || !mixture.Shapes.All(AreReadByLayers))
            return mixture with { SparseInputs = SparseInputsPlan.Expanded };
        Dictionary<ExpertPlan, ExpertPlan> shapes = mixture.Shapes.ToDictionary(shape => shape, Sparse);
        return mixture with
        {
            SparseInputs = SparseInputsPlan.Read,
            Gate = mixture.Gate with { Layer = mixture.Gate.Layer is LinearGateLayer layer ? layer with { ReadsSparseRows = true } : null },
            Shapes = [.. shapes.Values],
            Experts = [.. mixture.Experts.Select(range => range with { Expert = shapes[range.Expert] })],
            Shared = mixture.Shared is { } shared ? shared with { Expert = shapes[shared.Expert] } : null,
        };
    }

    // Weights of fewer bits are read by kernels of their own.
    private static bool AreReadByLayers(ExpertPlan expert) =>
        expert.Ops.All(op => op.Source != expert.Input || op is LinearOp linear && linear.Linear.Storage == StorageFormat.Float32);

    private static ExpertPlan Sparse(ExpertPlan expert) => expert with
    {
        Ops = [.. expert.Ops.Select(op => op is LinearOp linear && op.Source == expert.Input ? linear with { ReadsSparseRows = true } : op)],
    };
}
