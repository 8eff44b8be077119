using System.Collections.Generic;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>[SharedExpert]: a gated linear unit that every row passes through, times a number for each row where it is gated.</summary>
internal static class SharedExpertPlanner
{
    /// <param name="experts">Experts that the router chooses from.</param>
    /// <param name="offset">Its first float among the mixture's parameters.</param>
    /// <param name="storage">Of its layers' weights; its gate, a router's row, is float32.</param>
    /// <param name="needsInputGradient">Whether its way back goes on to what it read.</param>
    public static ExpertRange Plan(SharedExpertSpec spec, BufferPlan input, BufferPlan output, int experts, int offset, StorageFormat storage, bool needsInputGradient)
    {
        const string Name = "Shared";
        BufferPlan target = spec.Gated ? BufferPlan.Of("sums", output.Width) : output;
        ExpertPlan unit = GatedPlanner.Plan(spec.Unit, new ExpertSite(Name, Scope: "", input, target, needsInputGradient) { Storage = storage });
        // The row itself may be an expert, too, numbered behind the router's: this one comes after it.
        return new ExpertRange(experts + 1, 1, offset, spec.Gated ? Gate(unit, input, output, target, needsInputGradient) : unit, "the shared expert")
        {
            Prefix = spec.Gated ? "shared_expert" : "shared_experts.",
        };
    }

    // The gate is named shared_expert_gate, beside shared_expert.w1: what they share ends before the dot.
    private static ExpertPlan Gate(ExpertPlan unit, BufferPlan input, BufferPlan output, BufferPlan sums, bool needsInputGradient)
    {
        BufferPlan share = BufferPlan.Of("share", 1);
        LinearPlan gate = LinearPlan.Create(
            unit.Name + "Gate", FeedForwardPlanner.Describe(input.Width, 1, false), input.Width, 1, false, false, input.Stride, share.Stride);
        // Two layers read the rows: the gate's part of their gradient is added when the unit's is there.
        OpPlan[] back = needsInputGradient ? [new ShareInputOp(input, share, gate.Weight.At(unit.Size))] : [];
        return unit with
        {
            Summary = unit.Summary + ", times sigmoid of a gate",
            Output = output,
            Ops = [.. back, .. unit.Ops, new LinearOp(input, share, gate, unit.Size, Transposed: null), new SigmoidScaleOp(sums, share, output)],
            Parameters = [.. Renamed(unit), TensorPlan.Weight("_gate.weight", gate, unit.Size)],
            Size = checked(unit.Size + gate.Floats),
        };
    }

    private static IEnumerable<TensorPlan> Renamed(ExpertPlan unit)
    {
        foreach (TensorPlan tensor in unit.Parameters)
            yield return tensor with { Name = "." + tensor.Name };
    }
}
