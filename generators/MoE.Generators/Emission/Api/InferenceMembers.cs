using System.Collections.Generic;
using MoE.Specification;

namespace MoE.Generators.Emission.Api;

/// <summary>Predict, Route and what the drivers over many rows call.</summary>
internal static class InferenceMembers
{
    public static IEnumerable<Member> Of(ModelSpec spec)
    {
        string experts = "global::MoE.Generated." + GeneratedFile.ClassName(spec.Declaration, "Experts");
        string kernels = "global::MoE.Generated." + GeneratedFile.ClassName(spec.Declaration, "Kernels");
        yield return new Member(
            Member.Inherited,
            "public void Predict(global::System.ReadOnlySpan<float> inputs, global::System.Span<float> outputs, int threads = 1)",
            $$"""
            int rows = global::MoE.Experts.RowSpans.Demand(inputs, InputSize, outputs, OutputSize);
            int workers = global::MoE.Experts.ParallelWork.Resolve(threads);
            if (rows == 1)
                {{experts}}.PredictRow(ref _parameters.Origin, Temperature, inputs, outputs);
            else
                global::MoE.Experts.MixturePredictor.Predict(this, inputs, outputs, rows, workers);
            """);
        yield return new Member(
            Member.Inherited,
            "public float[] Predict(global::System.ReadOnlySpan<float> inputs)",
            """
            float[] outputs = new float[checked(global::MoE.Experts.RowSpans.Count(inputs, InputSize) * OutputSize)];
            Predict(inputs, outputs);
            return outputs;
            """);
        yield return new Member(
            Member.Inherited,
            "public void Route(global::System.ReadOnlySpan<float> inputs, global::System.Span<int> experts, global::System.Span<float> weights)",
            "=> global::MoE.Routing.RowRouter.Route(this, inputs, experts, weights);");
        yield return new Member(
            Member.Inherited,
            "public void PredictExpert(int expert, global::System.ReadOnlySpan<float> inputs, global::System.Span<float> outputs)",
            "=> global::MoE.Experts.MixturePredictor.PredictExpert(this, expert, inputs, outputs);");
        yield return Member.Hidden("private float Temperature", $"=> {experts}.Temperature(ref _parameters.Origin);");
        yield return Member.Hidden("float global::MoE.Experts.IMixtureKernels.Temperature", "=> Temperature;");
        yield return Member.Hidden("global::MoE.Experts.MixtureShape global::MoE.Experts.IMixtureKernels.Shape", $"=> {experts}.Shape;");
        yield return Member.Hidden(
            "void global::MoE.Experts.IMixtureKernels.Gate(ref float inputs, ref float logits, int rows)",
            $"=> {kernels}.Gate(ref inputs, ref _parameters.Origin, ref logits, rows);");
        yield return Member.Hidden(
            "void global::MoE.Experts.IMixtureKernels.RunExpert(int expert, ref float inputs, ref float outputs, int rows, ref float scratch)",
            $"=> {experts}.Run(expert, ref _parameters.Origin, ref inputs, ref outputs, rows, ref scratch);");
    }
}
