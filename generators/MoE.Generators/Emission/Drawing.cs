using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MoE.Generators.Planning;
using MoE.Specification;

namespace MoE.Generators.Emission;

/// <summary>The model told in words: for the remarks of the class and the metadata of its files.</summary>
internal static class Drawing
{
    /// <summary>One line, for the metadata of files.</summary>
    public static string Declaration(ModelPlan plan)
    {
        ModelSpec spec = plan.Spec;
        IEnumerable<string> experts = plan.Experts.Select(range => (range.Count > 1 ? range.Count.ToString(CultureInfo.InvariantCulture) + " x " : "") + (range.Name is null ? "" : range.Name + " ") + "(" + range.Kind.Summary + ")");
        return string.Format(CultureInfo.InvariantCulture, "{0}: {1} -> {2}, top {3} of {4}: {5}", spec.Declaration.Name, plan.Input.Width, plan.Output.Width, spec.TopK, plan.ExpertCount, string.Join("; ", experts));
    }

    /// <summary>The model as a picture, and what it costs.</summary>
    public static void Remarks(SourceWriter writer, ModelPlan plan)
    {
        ModelSpec spec = plan.Spec;
        string weighting = plan.Gate.OverAll ? "softmax over all" : "softmax over the chosen";
        List<string> lines =
        [
            $"row [{plan.Input.Width}]",
            " |",
            $" +-- gate {plan.Input.Width} -> {plan.ExpertCount}{(plan.Gate.Linear.HasBias ? " with bias" : "")}{Temperature(plan)}, best {spec.TopK}, {weighting}",
            " |",
        ];
        foreach (ExpertRange range in plan.Experts)
            lines.Add($" +-- {Title(range)}: {range.Kind.Summary}");
        lines.Add(" |");
        lines.Add($"sum by weight [{plan.Output.Width}]");
        writer.Line("/// <remarks>");
        writer.Line("/// <code>");
        foreach (string line in lines)
            writer.Line("/// " + line.Replace("<", "&lt;").Replace(">", "&gt;"));
        writer.Line("/// </code>");
        writer.Line($"/// {Literal.Grouped(plan.ParameterCount)} parameters, {Literal.Grouped(plan.ActiveParameterCount)} at work on a row: {Literal.Grouped(plan.FlopsPerRow)} floating-point operations on {Literal.Grouped(4 * plan.ActiveParameterCount)} bytes of weights.");
        writer.Line("/// </remarks>");
    }

    private static string Temperature(ModelPlan plan) => plan.Gate.LearnsTemperature
        ? ", learned temperature"
        : plan.Gate.Spec.Temperature.Value == 1 ? "" : ", temperature " + plan.Gate.Spec.Temperature;

    private static string Title(ExpertRange range) => range.Count == 1
        ? range.Name ?? "expert " + range.First.ToString(CultureInfo.InvariantCulture)
        : range.Name is null ? $"experts {range.First} to {range.First + range.Count - 1}" : $"{range.Name}0 to {range.Name}{range.Count - 1}";
}
