using System.Linq;

namespace MoE.Tests.Oracle;

/// <summary>The experts that a model's attributes declare, in order.</summary>
internal static class Experts
{
    public static IExpert[] Of(object[] attributes, int outputs)
    {
        object[] each = [.. attributes.SelectMany(attribute => Enumerable.Repeat(attribute, Count(attribute)))];
        return [.. each.Select((attribute, index) => Of(attribute, $"experts.{index}", outputs))];
    }

    private static int Count(object attribute) => attribute switch
    {
        FeedForwardExpertAttribute feedForward => feedForward.Count,
        GatedExpertAttribute gated => gated.Count,
        _ => 0,
    };

    private static IExpert Of(object attribute, string name, int outputs) => attribute is FeedForwardExpertAttribute feedForward
        ? new FeedForward(name, feedForward, outputs)
        : new Gated(name, (GatedExpertAttribute)attribute, outputs);
}
