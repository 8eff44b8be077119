using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Agent.Models;
using Melee;
using Melee.Display;
using Melee.Features;
using Spectre.Console;

namespace Agent;

/// <summary>Measures an agent on training games that it did not see, a third of them at a time.</summary>
public static class Validation
{
    /// <summary>Trains on the other games and scores, fold by fold.</summary>
    /// <returns>False if it was cancelled.</returns>
    public static bool Run<TAgent>(IReadOnlyList<GameState> states, CancellationToken cancellation)
        where TAgent : class, IAgent<TAgent>
    {
        List<Score> means = [];
        foreach ((GameState[] train, GameState[] held) in Folds.Of(states))
        {
            Featurizer featurizer = new(train);
            if (AgentTraining.Run<TAgent>(Plain.Of($"fold {means.Count + 1} of {Folds.Count}"), PlayedGame.Of(train), featurizer, cancellation) is not { } agents) return false;

            IReadOnlyList<PlayedGame> games = PlayedGame.Of(held);
            Button[] truth = [.. games.SelectMany(game => game.States).Select(state => state.Button)];
            Score mean = ButtonScores.MeanOf([.. agents.Select(agent => ButtonScores.Of(Playback.Of(agent, games, featurizer).Buttons, truth))]).Total;
            AnsiConsole.MarkupLine(Plain.Of($"{truth.Length:N0} states left out: macro-F1 {mean.MacroF1:0.0000}, accuracy {mean.Accuracy:0.0000}"));
            means.Add(mean);
        }

        AnsiConsole.MarkupLine(Plain.Of($"games left out, mean of the folds: macro-F1 {means.Average(score => score.MacroF1):0.0000}, accuracy {means.Average(score => score.Accuracy):0.0000}"));
        return true;
    }
}
