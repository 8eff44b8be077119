using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>From what the user declared to what will be emitted. Pure; the spec must be free of errors.</summary>
internal static class ModelPlanner
{
    public static ModelPlan Plan(ModelSpec spec)
    {
        BufferPlan input = BufferPlan.Of(ExpertPlan.InputName, spec.Inputs);
        BufferPlan output = BufferPlan.Of(ExpertPlan.OutputName, spec.Classifier?.Members.Count ?? spec.Outputs);
        MixturePlan mixture = MixturePlanner.Plan(spec, input, output);
        if (spec.Mixture.SparseInputs)
            mixture = SparseInputsPlanner.Plan(mixture);
        return new ModelPlan(spec, mixture, FilePlan.Of(spec, mixture), mixture.ExpertCount, mixture.TopK);
    }
}
