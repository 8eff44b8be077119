using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>From what the user declared to what will be emitted. Pure; the spec must be free of errors.</summary>
internal static class ModelPlanner
{
    // An expert of up to 256 KiB stays in the second-level cache while a few rows at a time go through all its layers;
    // a larger one is streamed from memory, so as many rows as possible must share each pass over it.
    private const int SmallExpertFloats = 64 * 1024;
    private const int SmallExpertRows = 96;
    private const int LargeExpertRows = 512;
    private const int SmallBlockRows = 256;
    private const int LargeBlockRows = 1024;

    public static ModelPlan Plan(ModelSpec spec)
    {
        BufferPlan input = BufferPlan.Of(ExpertKindPlan.InputName, spec.Inputs);
        BufferPlan output = BufferPlan.Of(ExpertKindPlan.OutputName, spec.Classifier?.Members.Count ?? spec.Outputs);
        SoftmaxGatingSpec gating = (SoftmaxGatingSpec)spec.Router;
        int count = spec.Experts.Sum(expert => expert.Count);
        GatePlan gate = GatePlan.Create(gating, spec.Inputs, input.Stride, count, spec.TopK);

        Dictionary<ExpertSpec, ExpertKindPlan> kinds = [];
        List<ExpertRange> ranges = [];
        int first = 0;
        int offset = gate.Floats;
        foreach (ExpertSpec expert in spec.Experts)
        {
            ExpertSpec shape = expert.Shape;
            if (!kinds.TryGetValue(shape, out ExpertKindPlan? kind))
                kinds.Add(shape, kind = PlanKind(shape, KindName(shape, kinds.Values, spec), input, output));
            ranges.Add(new ExpertRange(first, expert.Count, offset, kind, expert.Name));
            first += expert.Count;
            offset = checked(offset + (expert.Count * kind.Floats));
        }

        bool small = kinds.Values.All(kind => kind.Floats <= SmallExpertFloats);
        return new ModelPlan(
            spec,
            input,
            output,
            gate,
            [.. kinds.Values],
            [.. ranges],
            [.. GateTensors(gate), .. ranges.SelectMany(ExpertTensors)],
            offset,
            small ? SmallBlockRows : LargeBlockRows,
            small ? SmallExpertRows : LargeExpertRows);
    }

    private static ExpertKindPlan PlanKind(ExpertSpec shape, string name, BufferPlan input, BufferPlan output) => shape switch
    {
        FeedForwardExpertSpec feedForward => FeedForwardPlanner.Plan(feedForward, name, input, output),
        GatedExpertSpec gated => GatedPlanner.Plan(gated, name, input, output),
        _ => throw new NotSupportedException("No planner for " + shape.GetType().Name),
    };

    /// <summary>"Expert" where all are alike, else the shape, with a number where that is not unique.</summary>
    private static string KindName(ExpertSpec shape, IEnumerable<ExpertKindPlan> taken, ModelSpec spec)
    {
        if (spec.Experts.Select(expert => expert.Shape).Distinct().Count() == 1)
            return "Expert";
        string name = shape.ShapeName;
        HashSet<string> names = [.. taken.Select(kind => kind.Name)];
        string unique = name;
        for (int number = 2; names.Contains(unique); number++)
            unique = name + "_" + number.ToString(CultureInfo.InvariantCulture);
        return unique;
    }

    private static IEnumerable<TensorPlan> GateTensors(GatePlan gate)
    {
        yield return TensorPlan.Weight("gate.weight", gate.Linear, 0);
        if (gate.Linear.HasBias)
            yield return TensorPlan.Bias("gate.bias", gate.Linear, 0);
        if (gate.LearnsTemperature)
            yield return TensorPlan.Vector("temperature", 1, gate.TemperatureOffset, gate.Spec.Temperature.Value);
    }

    private static IEnumerable<TensorPlan> ExpertTensors(ExpertRange range)
    {
        for (int index = 0; index < range.Count; index++)
        {
            string prefix = string.Format(CultureInfo.InvariantCulture, "experts.{0}.", range.First + index);
            foreach (TensorPlan tensor in range.Kind.Tensors)
                yield return tensor with { Name = prefix + tensor.Name, Placement = tensor.Placement.At(range.Offset + (index * range.Kind.Floats)) };
        }
    }
}
