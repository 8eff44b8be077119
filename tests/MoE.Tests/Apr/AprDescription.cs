using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Persistence.Apr;

namespace MoE.Tests.Apr;

/// <summary>A mixture as text, floats as their bits: equal texts are equal mixtures.</summary>
internal static class AprDescription
{
    public static string Of(AprMixture mixture) =>
        string.Join('\n', [.. mixture.Experts.Select(Of),
            $"gate [{mixture.Gating.Features}, {mixture.Gating.Experts}] {Bits(mixture.Gating.Temperature)}: {Bits(mixture.Gating.Weights)}",
            $"config {mixture.Config.TopK} {Bits(mixture.Config.CapacityFactor)} {Bits(mixture.Config.ExpertDropout)} {Bits(mixture.Config.LoadBalanceWeight)}"]);

    private static string Of(AprExpert expert) => expert switch
    {
        AprLinearRegression linear => $"linear {Bits(linear.Coefficients)} {Bits(linear.Intercept)} {linear.FitIntercept}",
        AprRidge ridge => $"ridge {Bits(ridge.Alpha)} {Bits(ridge.Coefficients)} {Bits(ridge.Intercept)} {ridge.FitIntercept}",
        AprLogisticRegression logistic =>
            $"logistic {Bits(logistic.Coefficients)} {Bits(logistic.Intercept)} {Bits(logistic.LearningRate)} {logistic.MaxIterations} {Bits(logistic.Tolerance)}",
        AprRandomForestClassifier forest =>
            $"classes {forest.Estimators} {forest.Limit} {forest.RandomState}: {Lines(forest.Trees.Select(tree => $"{tree.Limit} {tree.Features}: {Of(tree.Nodes)}"))}",
        AprRandomForestRegressor forest =>
            $"values {forest.Estimators} {forest.Limit} {forest.RandomState}: {Lines(forest.Trees.Select(tree => $"{tree.Limit} {tree.MinSamplesSplit} {tree.MinSamplesLeaf}: {Of(tree.Nodes)}"))}",
        MoeGenExpert own => $"own {own.Type}: {Lines(own.Tensors.Select(tensor => $"{tensor.Name} [{string.Join(", ", tensor.Shape)}] {Bits(tensor.Values)}"))}",
        _ => throw new ArgumentException($"Describe {expert.GetType()} here."),
    };

    private static string Of(AprNode[] nodes) => string.Join(' ', nodes.Select(node =>
        $"({node.Feature} {Bits(node.Threshold)} {node.Left} {node.Right} {Bits(node.Value)} {node.Samples} {Bits(node.Impurity)})"));

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => "\n  " + line));

    private static string Bits(float[]? values) => values is null ? "none" : $"[{string.Join(' ', values.Select(value => Bits(value)))}]";

    private static string Bits(float value) => BitConverter.SingleToUInt32Bits(value).ToString("x8", null);
}
