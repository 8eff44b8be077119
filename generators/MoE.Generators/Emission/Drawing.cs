using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission;

/// <summary>A block as a picture: what happens to a row.</summary>
internal static class Drawing
{
    private static readonly Dictionary<Type, Func<BlockPlan, IEnumerable<string>>> s_drawings = new()
    {
        [typeof(MixturePlan)] = block => Mixture((MixturePlan)block),
        [typeof(ResidualPlan)] = block => Residual((ResidualPlan)block),
        [typeof(BackbonePlan)] = block => Backbone((BackbonePlan)block),
    };

    public static IEnumerable<string> Of(BlockPlan block) => s_drawings[block.GetType()](block);

    private static IEnumerable<string> Residual(ResidualPlan residual)
    {
        yield return $"row [{residual.Input.Width}]";
        yield return " |";
        yield return $" +-- {residual.Norm.Kind}";
        yield return " |   a mixture";
        foreach (string line in Of(residual.Mixture))
            yield return " |   " + line;
        yield return " |";
        yield return $"plus the row itself [{residual.Output.Width}]";
    }

    private static IEnumerable<string> Backbone(BackbonePlan backbone)
    {
        yield return $"row [{backbone.Input.Width}] of a sequence";
        yield return " |";
        if (backbone.InputLayer is { } input)
            yield return $" +-- {input.Linear.Summary}";
        yield return $" +-- {backbone.Layers} layers, each x + {backbone.Mixer.Prefix.TrimEnd('.')}({backbone.Norm.Kind}(x)), then x + f({backbone.Norm.Kind}(x))";
        yield return $" |   {backbone.Mixer.Summary}";
        if (backbone.Dense is { } dense)
            yield return $" |   f: {dense.Summary}; in every {backbone.MixtureEvery}. layer a mixture";
        else
            yield return " |   f: a mixture";
        foreach (string line in Of(backbone.Mixture))
            yield return " |   " + line;
        if (backbone.HasFinalNorm)
            yield return $" +-- {backbone.Norm.Kind}";
        if (backbone.Head is { } head)
            yield return $" +-- {head.Linear.Summary}";
        yield return " |";
        yield return $"row [{backbone.Output.Width}]";
    }

    private static IEnumerable<string> Mixture(MixturePlan mixture)
    {
        yield return $"row [{mixture.Input.Width}]";
        yield return " |";
        yield return $" +-- {mixture.Gate.Summary}";
        if (mixture.Capacity is { } capacity)
            yield return " |   " + Room(capacity);
        yield return " |";
        foreach (string line in mixture.Experts.SelectMany(Expert))
            yield return line;
        if (mixture.Shared is { } shared)
        {
            yield return " |";
            yield return $" +-- {shared.Title}, on every row: {shared.Expert.Summary}";
        }
        yield return " |";
        string sum = mixture.MixesProbabilities ? "logarithm of the mean of the probabilities by weight" : "sum by weight";
        yield return $"{sum}{(mixture.Shared is null ? "" : ", plus the shared expert")} [{mixture.Output.Width}]";
    }

    private static IEnumerable<string> Expert(ExpertRange range)
    {
        BlockPlan? inner = range.Expert.Inner.SingleOrDefault();
        string softmax = range.Expert.Ops[range.Expert.Ops.Count - 1] is SoftmaxOp ? ", then softmax" : "";
        yield return $" +-- {range.Title}: {(inner is null ? range.Expert.Summary : "a mixture")}{softmax}";
        foreach (string line in inner is null ? [] : Of(inner))
            yield return " |   " + line;
    }

    private static string Room(CapacityPlan capacity) => string.Format(
        CultureInfo.InvariantCulture,
        "{0}an expert takes {1} times a fair share of the rows, {2}",
        capacity.Always ? "" : "while training ",
        capacity.Factor,
        capacity.Overflow switch
        {
            Overflow.PassThrough => "the rest passes through",
            Overflow.NextBest => "the rest goes to the next best",
            _ => "the rest is dropped",
        });
}
