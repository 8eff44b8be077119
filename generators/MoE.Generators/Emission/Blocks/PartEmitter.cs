using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Blocks;

/// <summary>The objects that experts have beside their parameters: a nested mixture, a forest, an expert of the user's own.</summary>
internal static class PartEmitter
{
    /// <summary>The fields, each followed by an empty line.</summary>
    public static void Fields(SourceWriter writer, ModelPlan model, MixturePlan mixture)
    {
        foreach (ExpertRange range in WithParts(mixture))
        {
            PartPlan part = range.Expert.Part!;
            string type = TypeOf(model, range.Expert);
            writer.Summary($"{range.Title}: {DocText.Of(range.Expert.Summary)}.");
            writer.Line(range.Count == 1
                ? $"private readonly {type} {Field(range)} = new({Arguments(mixture, range, "")});"
                : $"private readonly {type}[] {Field(range)} = ExpertParts.Of({range.Count}, index => new {type}({Arguments(mixture, range, "index")}));");
            writer.Line();
        }
    }

    /// <summary>What the library asks of them.</summary>
    public static void Members(SourceWriter writer, MixturePlan mixture)
    {
        Choice(writer, mixture, "global::MoE.Experts.Forests.ForestExpert", "Forest", "The forest that an expert is.", expert => expert.Ops.Any(op => op is ForestOp));
        Choice(writer, mixture, "global::MoE.IExpert", "Custom", "The expert of a type of its own.", expert => expert.Ops.Any(op => op is CustomOp));
        string[] states = [.. WithParts(mixture).Select(States).OfType<string>()];
        if (states.Length == 0)
            return;
        writer.Line();
        writer.Summary("What files hold beside parameters.");
        writer.Line($"public NamedState[] States(string prefix) => [{string.Join(", ", states)}];");
    }

    /// <summary>A method that gives the part of some experts, and null of the others; nothing where there are none.</summary>
    public static void Choice(SourceWriter writer, MixturePlan mixture, string type, string name, string summary, Func<ExpertPlan, bool> isOne)
    {
        ExpertRange[] ranges = [.. WithParts(mixture).Where(range => isOne(range.Expert))];
        if (ranges.Length == 0)
            return;
        writer.Line();
        writer.Summary(summary);
        IEnumerable<string> arms = ranges.Select(range => range.Count == 1
            ? $"{range.First} => {Field(range)}"
            : $">= {range.First} and < {range.First + range.Count} => {Argument(range).TrimEnd(',', ' ')}");
        writer.Line($"public {type}? {name}(int expert) => expert switch {{ {string.Join(", ", arms)}, _ => null }};");
    }

    /// <summary>The first parameter of a shape's methods.</summary>
    public static string Parameter(ModelPlan model, ExpertPlan expert) => expert.Part is null ? "" : TypeOf(model, expert) + " part, ";

    /// <summary>What it is given for an expert of a range.</summary>
    public static string Argument(ExpertRange range) => range.Expert.Part is null ? ""
        : range.Count == 1 ? Field(range) + ", "
        : $"{Field(range)}[expert{(range.First == 0 ? "" : " - " + Literal.Of(range.First))}], ";

    private static IEnumerable<ExpertRange> WithParts(MixturePlan mixture) => mixture.Experts.Where(range => range.Expert.Part is not null);

    private static string TypeOf(ModelPlan model, ExpertPlan expert) =>
        expert.Inner.SingleOrDefault() is MixturePlan inner ? GeneratedFile.ClassName(model, "Mixture" + inner.Scope) : expert.Part!.Type;

    private static string Field(ExpertRange range) => "_part" + Literal.Of(range.First);

    // A nested mixture's parameters lie among those of the model.
    private static string Arguments(MixturePlan mixture, ExpertRange range, string index)
    {
        if (!range.Expert.Inner.Any())
            return range.Expert.Part!.Arguments;
        string own = mixture.Scope.Length > 0 ? "offset + " : "";
        return $"parameters, {own}{range.Offset}{(index.Length == 0 ? "" : $" + ({index} * {range.Expert.Floats})")}";
    }

    private static string? States(ExpertRange range)
    {
        if (range.Expert.Part!.HoldsState)
            return $".. NamedState.Of(prefix, {range.First}, {Field(range)})";
        if (!range.StatePrefixes.Any())
            return null;
        return range.Count == 1
            ? $".. {Field(range)}.States(prefix + \"experts.{range.First}.\")"
            : $".. NamedState.Of(prefix, {range.First}, {Field(range)}, static (mixture, prefix) => mixture.States(prefix))";
    }
}
