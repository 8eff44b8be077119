using System.Collections.Generic;
using System.Linq;

namespace Agent.Models;

/// <summary>What all agents share.</summary>
public static class AgentShape
{
    /// <summary>Layers of a mixer and a mixture or a dense sublayer.</summary>
    public const int Layers = 6;

    /// <summary>Every second layer has a mixture.</summary>
    public const int MixtureEvery = 2;

    /// <summary>Experts of a mixture.</summary>
    public const int Experts = 8;

    /// <summary>Experts that a row goes to.</summary>
    public const int TopK = 2;

    /// <summary>The numbers of the layers with a mixture, counted from 0 as everywhere.</summary>
    public static IReadOnlyList<int> MixtureLayers { get; } = [.. Enumerable.Range(0, Layers).Where(layer => (layer + 1) % MixtureEvery == 0)];
}
