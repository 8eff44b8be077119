using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>From the gating and expert attributes to a mixture.</summary>
internal static class MixturePlanner
{
    // An expert of up to 256 KiB stays in the second-level cache while a few rows at a time go through all its layers;
    // a larger one is streamed from memory, so as many rows as possible must share each pass over it.
    private const int SmallExpertFloats = 64 * 1024;
    private const int SmallExpertRows = 96;
    private const int LargeExpertRows = 512;
    private const int AllRows = int.MaxValue;
    private const int SmallBlockRows = 256;
    private const int LargeBlockRows = 1024;

    /// <param name="scope">What tells the mixture from others of the model; empty for the outermost.</param>
    /// <param name="isInside">Whether it stands inside a block that carries gradients on to what it read.</param>
    public static MixturePlan Plan(ModelSpec spec, BufferPlan input, BufferPlan output, string scope = "", bool isInside = false)
    {
        EquatableArray<ExpertSpec> declared = spec.Experts;
        int count = declared.Sum(expert => expert.Count);
        int topK = spec.Router.ExpertsOfRow(spec.TopK, count);
        bool carriesInputGradients = isInside && spec.Training is not null;
        GatePlan gate = GatePlanners.Plan(spec.Router, new GateSite(input, output, count, topK, spec.Training is not null) { NeedsInputGradient = carriesInputGradients });
        bool needsInputGradients = carriesInputGradients || gate.NeedsInputGradients;

        StorageFormat storage = StorageFormat.Of(spec.Mixture.WeightFormat);
        // Where probabilities are mixed, those who say logits say them to a softmax.
        BufferPlan logits = BufferPlan.Of("logits", output.Width);
        Dictionary<ExpertSpec, ExpertPlan> shapes = [];
        List<ExpertRange> ranges = [];
        bool isOneShape = declared.Select(expert => expert.Shape).Distinct().Count() == 1;
        int first = 0;
        int offset = gate.Floats;
        foreach (ExpertSpec expert in declared)
        {
            ExpertSpec shape = expert.Shape;
            if (!shapes.TryGetValue(shape, out ExpertPlan? plan))
            {
                bool saysLogits = spec.MixesProbabilities && !shape.GivesProbabilities;
                string name = isOneShape ? "Expert" : Unique(shape.ShapeName, shapes.Values);
                plan = ExpertPlanners.Plan(shape, new ExpertSite(name, scope, input, saysLogits ? logits : output, needsInputGradients) { IsClassifier = spec.Classifier is not null, IsTrained = spec.Training is not null, Storage = storage });
                shapes.Add(shape, plan = saysLogits ? plan.Then(new SoftmaxOp(logits, output)) : plan);
            }
            ranges.Add(new ExpertRange(first, expert.Count, offset, plan, expert.Name));
            first += expert.Count;
            offset = checked(offset + (expert.Count * plan.Floats));
        }

        ExpertRange? shared = spec.SharedExpert is { } declaredShared ? SharedExpertPlanner.Plan(declaredShared, input, output, count, offset, storage, carriesInputGradients) : null;
        ExpertPlan[] allShapes = shared is null ? [.. shapes.Values] : [.. shapes.Values, shared.Expert];
        bool isSmall = allShapes.All(shape => shape.Floats <= SmallExpertFloats);
        // What sees its rows together gets all of a call's.
        int expertRows = allShapes.Any(shape => shape.RowsSeeEachOther) ? AllRows : isSmall ? SmallExpertRows : LargeExpertRows;
        return new MixturePlan(
            Summary(ranges, shared, topK, count, input, output),
            input,
            output,
            scope,
            spec.MixesProbabilities,
            TrainingPlan.Of(spec),
            gate,
            CapacityPlan.Of(spec, topK, count),
            topK,
            allShapes,
            [.. ranges],
            shared,
            checked(offset + (shared?.Expert.Floats ?? 0)),
            isSmall ? SmallBlockRows : LargeBlockRows,
            expertRows)
        {
            CarriesInputGradients = carriesInputGradients,
        };
    }

    private static string Unique(string name, IEnumerable<ExpertPlan> taken)
    {
        HashSet<string> names = [.. taken.Select(shape => shape.Name)];
        string unique = name;
        for (int number = 2; names.Contains(unique); number++)
            unique = name + "_" + number.ToString(CultureInfo.InvariantCulture);
        return unique;
    }

    private static string Summary(IEnumerable<ExpertRange> ranges, ExpertRange? shared, int topK, int count, BufferPlan input, BufferPlan output)
    {
        IEnumerable<string> experts = ranges.Select(range =>
            (range.Count > 1 ? range.Count.ToString(CultureInfo.InvariantCulture) + " x " : "") + (range.Name is null ? "" : range.Name + " ") + "(" + range.Expert.Summary + ")");
        return string.Format(CultureInfo.InvariantCulture, "{0} -> {1}, top {2} of {3}: {4}", input.Width, output.Width, topK, count, string.Join("; ", experts) + (shared is null ? "" : $"; {shared.Name} ({shared.Expert.Summary})"));
    }
}
