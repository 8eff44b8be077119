using System.Linq;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>From what the user declared to what will be emitted. Pure; the spec must be free of errors.</summary>
internal static class ModelPlanner
{
    public static ModelPlan Plan(ModelSpec spec)
    {
        BufferPlan input = BufferPlan.Of(ExpertPlan.InputName, spec.Inputs);
        BufferPlan output = BufferPlan.Of(ExpertPlan.OutputName, spec.Classifier?.Members.Count ?? spec.Outputs);
        BlockPlan root = spec.Backbone is { } backbone ? BackbonePlanner.Plan(spec, backbone, input, output)
            : spec.ResidualBlock is { } block ? ResidualPlanner.Plan(spec, block, input, output)
            : MixturePlanner.Plan(spec, input, output);
        if (root is MixturePlan plain && spec.TakesSparseRows)
            root = SparseInputsPlanner.Plan(plain);
        MixturePlan mixture = root.WithInner.OfType<MixturePlan>().First();
        return new ModelPlan(spec, root, FilePlan.Of(spec, root), mixture.ExpertCount, mixture.TopK);
    }
}
