using System.ComponentModel;

namespace MoE.Routing;

/// <summary>What a router adds to the task loss, coefficients included.</summary>
/// <param name="LoadBalance">The balance loss.</param>
/// <param name="RouterZ">The z-loss.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct RouterLosses(double LoadBalance, double RouterZ);
