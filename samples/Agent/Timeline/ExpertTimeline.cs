using System;
using System.Collections.Generic;
using System.Linq;
using Agent.Models;
using Melee.Features;

namespace Agent.Timeline;

/// <summary>Which expert is active at each state of a game.</summary>
/// <param name="Game">The game.</param>
/// <param name="Layers">Its routes, layer by layer.</param>
public sealed record ExpertTimeline(PlayedGame Game, IReadOnlyList<LayerRoutes> Layers)
{
    /// <summary>Routes a game.</summary>
    public static ExpertTimeline Of<TAgent>(TAgent agent, PlayedGame game, Featurizer featurizer)
        where TAgent : class, IAgent<TAgent>
    {
        float[] rows = featurizer.Featurize(game.States, withRegime: true);
        List<LayerRoutes> layers = [];
        foreach (int layer in AgentShape.MixtureLayers)
        {
            LayerRoutes routes = new(layer, new int[game.States.Count * AgentShape.TopK], new float[game.States.Count * AgentShape.TopK]);
            agent.Route(layer, rows, routes.Experts, routes.Weights);
            layers.Add(routes);
        }

        return new ExpertTimeline(game, layers);
    }

    /// <summary>The expert with the most weight in each of so many equal parts of the game's states; not more than there are.</summary>
    public IReadOnlyList<int> Leaders(LayerRoutes layer, int parts)
    {
        double[][] sums = [.. Enumerable.Range(0, parts).Select(_ => new double[AgentShape.Experts])];
        for (int choice = 0; choice < layer.Experts.Length; choice++)
            sums[choice / AgentShape.TopK * parts / Game.States.Count][layer.Experts[choice]] += layer.Weights[choice];
        return [.. sums.Select(weights => Array.IndexOf(weights, weights.Max()))];
    }
}
