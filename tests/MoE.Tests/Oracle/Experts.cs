using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Tests.Oracle;

/// <summary>The experts that a model's attributes declare, in order.</summary>
internal static class Experts
{
    /// <param name="attributes">Of the model's class.</param>
    /// <param name="outputs">Its outputs.</param>
    /// <param name="parameters">The model's.</param>
    public static IExpert[] Of(object[] attributes, int outputs, Dictionary<string, double[]> parameters)
    {
        object[] each = [.. attributes.SelectMany(attribute => Enumerable.Repeat(attribute, Count(attribute)))];
        return [.. each.Select((attribute, index) => Of(attribute, $"experts.{index}", outputs, parameters))];
    }

    private static int Count(object attribute) => attribute switch
    {
        FeedForwardExpertAttribute feedForward => feedForward.Count,
        GatedExpertAttribute gated => gated.Count,
        _ when Nested(attribute) is not null => (int)attribute.GetType().GetProperty("Count")!.GetValue(attribute)!,
        _ => 0,
    };

    private static IExpert Of(object attribute, string name, int outputs, Dictionary<string, double[]> parameters) => attribute switch
    {
        FeedForwardExpertAttribute feedForward => new FeedForward(name, feedForward, outputs),
        GatedExpertAttribute gated => new Gated(name, gated, outputs),
        _ => new NestedMixture(Nested(attribute)!, name + ".", outputs, parameters),
    };

    private static Type? Nested(object attribute) =>
        attribute.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ExpertAttribute<>) ? type.GenericTypeArguments[0] : null;
}
