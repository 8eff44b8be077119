using System.Collections.Generic;
using System.Linq;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission;

/// <summary>The model as a picture, for the remarks of the class.</summary>
internal static class Drawing
{
    /// <summary>What happens to a row, and what it costs.</summary>
    public static void Remarks(SourceWriter writer, BlockPlan block)
    {
        writer.Line("/// <remarks>");
        writer.Line("/// <code>");
        foreach (string line in Lines(block))
            writer.Line("/// " + line.Replace("<", "&lt;").Replace(">", "&gt;"));
        writer.Line("/// </code>");
        writer.Line($"/// {Literal.Grouped(block.ParameterCount)} parameters, {Literal.Grouped(block.ActiveParameterCount)} at work on a row: {Literal.Grouped(2 * block.MultiplyAdds)} floating-point operations on {Literal.Grouped(block.ActiveBytes)} bytes of weights.");
        writer.Line("/// </remarks>");
    }

    private static IEnumerable<string> Lines(BlockPlan block) => block is MixturePlan mixture
        ? [$"row [{block.Input.Width}]", " |", $" +-- {mixture.Gate.Summary}", " |", .. mixture.AllExperts.Select(range => $" +-- {range.Title}: {range.Expert.Summary}"), " |", $"sum by weight [{block.Output.Width}]"]
        : [$"row [{block.Input.Width}]", " |", $" +-- {block.Summary}", " |", $"row [{block.Output.Width}]"];
}
