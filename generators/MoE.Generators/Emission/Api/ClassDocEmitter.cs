using System.Collections.Generic;
using MoE.Generators.Planning;
using MoE.Specification;

namespace MoE.Generators.Emission.Api;

/// <summary>What an editor shows over the name of the class: the model as a picture, and what it costs.</summary>
internal static class ClassDocEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan plan)
    {
        // The compiler joins the comments of all parts: a second summary would stand beside the user's.
        if (!plan.Spec.Declaration.IsDocumented)
            writer.Summary(Summary(plan));
        writer.Line("/// <remarks>");
        writer.Line("/// <code>");
        foreach (string line in Drawing.Of(plan.Root))
            writer.Line("/// " + DocText.Of(line));
        writer.Line("///");
        foreach (string line in Costs(plan))
            writer.Line("/// " + line);
        writer.Line("/// </code>");
        writer.Line("/// </remarks>");
    }

    private static string Summary(ModelPlan plan)
    {
        BlockPlan root = plan.Root;
        string outputs = plan.Spec.Classifier is { } classifier ? $"the {root.Output.Width} classes of {DocText.Of(classifier.ShortName)}" : Count(root.Output.Width, "value");
        return $"A mixture of {Count(plan.ExpertCount, "expert")}: {Count(root.Input.Width, "feature")} to {outputs}.";
    }

    private static IEnumerable<string> Costs(ModelPlan plan)
    {
        BlockPlan root = plan.Root;
        yield return $"{Count(root.ParameterCount, "parameter")}, {Literal.Grouped(root.ActiveParameterCount)} of them active on a row";
        yield return $"{Count(2 * root.MultiplyAdds, "floating-point operation")} in linear layers for a row, a multiply-add counted as two";
        WeightFormat format = plan.Spec.Mixture.WeightFormat;
        yield return $"{Count(root.ActiveBytes, "byte")} of weights read for a row{(format == WeightFormat.Float32 ? "" : $", those of experts' layers as {format}")}";
        yield return plan.HoldsState
            ? $"{Count(plan.File.Bytes, "byte")} in a file, and what experts know beside parameters"
            : $"{Count(plan.File.Bytes, "byte")} in a file";
    }

    private static string Count(long number, string thing) => $"{Literal.Grouped(number)} {thing}{(number == 1 ? "" : "s")}";
}
