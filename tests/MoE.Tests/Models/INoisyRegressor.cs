using System;

namespace MoE.Tests.Models;

/// <summary>What a router with noise adds to a trained model.</summary>
internal interface INoisyRegressor<TSelf> : IRegressor<TSelf>
    where TSelf : INoisyRegressor<TSelf>
{
    LossReport ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> routerNoise, Gradients gradients);
}
