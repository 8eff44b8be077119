using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Agent.Display;
using Agent.Models;
using Agent.Timeline;
using Melee;
using Melee.Display;
using Melee.Features;
using Melee.Models;
using Spectre.Console;

namespace Agent;

/// <summary>Trains the row-wise model and an agent, compares them on games they did not see, plays those back and draws the experts of one.</summary>
/// <param name="arguments">What was asked for.</param>
/// <param name="train">States to train on.</param>
/// <param name="test">States of other games.</param>
/// <param name="cancellation">Stops it.</param>
public sealed class Experiment(Arguments arguments, IReadOnlyList<GameState> train, IReadOnlyList<GameState> test, CancellationToken cancellation)
{
    /// <summary>Runs all of it for a kind of agent.</summary>
    /// <typeparam name="TAgent">To train.</typeparam>
    /// <typeparam name="TWide">Whose steps are timed, too.</typeparam>
    /// <returns>False if it was cancelled.</returns>
    public bool Run<TAgent, TWide>()
        where TAgent : class, IAgent<TAgent>
        where TWide : class, IAgent<TWide>
    {
        Featurizer featurizer = new(train);
        IReadOnlyList<PlayedGame> games = PlayedGame.Of(test);
        if (ButtonTraining.Run("row by row", StateTable.Of(train, featurizer), cancellation) is not { } rowModels) return false;
        if (AgentTraining.Run<TAgent>("agent", PlayedGame.Of(train), featurizer, cancellation) is not { } agents) return false;

        Button[] truth = [.. games.SelectMany(game => game.States).Select(state => state.Button)];
        float[] rows = [.. games.SelectMany(game => featurizer.Featurize(game.States, withRegime: true))];
        Playback[] playbacks = [.. agents.Select(agent => Playback.Of(agent, games, featurizer))];
        AnsiConsole.MarkupLine(Plain.Of($"next button, {truth.Length:N0} states of unseen games, means of {rowModels.Count} and {agents.Count} seeds"));
        ScoreTable.Show(
            ButtonScores.MeanOf([.. rowModels.Select(model => ButtonScores.Of(Classify(model, rows), truth))]),
            ButtonScores.MeanOf([.. playbacks.Select(playback => ButtonScores.Of(playback.Buttons, truth))]));
        AnsiConsole.WriteLine();

        LatencyTable.Show(
        [
            (typeof(TAgent).Name, TAgent.ActiveParameterCount, playbacks[0]),
            (typeof(TWide).Name, TWide.ActiveParameterCount, Playback.Of(TWide.Create(), games, featurizer)),
        ]);
        AnsiConsole.WriteLine();

        ExpertTimeline timeline = ExpertTimeline.Of(agents[0], games[0], featurizer);
        TimelineStrip.Show(timeline);
        File.WriteAllText(arguments.Picture, TimelinePicture.Draw(timeline, $"Experts of {typeof(TAgent).Name} over {games[0].Game}, player {games[0].Player}: their weights at each state"));
        AnsiConsole.MarkupLine(Plain.Of($"drawn: {arguments.Picture}"));
        return true;
    }

    private static Button[] Classify(ButtonMixture model, float[] rows)
    {
        Button[] buttons = new Button[rows.Length / ButtonMixture.InputSize];
        model.Classify(rows, buttons);
        return buttons;
    }
}
