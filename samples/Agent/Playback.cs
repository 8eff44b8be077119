using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Agent.Models;
using Melee;
using Melee.Features;
using MoE;

namespace Agent;

/// <summary>Games played back state by state, as inside a game loop: one step of the agent for each.</summary>
/// <param name="Buttons">What the agent would press, of all games.</param>
/// <param name="Microseconds">How long each step took, in ascending order.</param>
/// <param name="SameBits">Whether the steps gave what whole games in one call give, bit by bit.</param>
public sealed record Playback(IReadOnlyList<Button> Buttons, IReadOnlyList<double> Microseconds, bool SameBits)
{
    /// <summary>A frame of the game.</summary>
    public const double FrameMicroseconds = 1e6 / 60;

    /// <summary>The time that a share of the steps does not exceed.</summary>
    public double Percentile(double share) => Microseconds[(int)Math.Ceiling(share * Microseconds.Count) - 1];

    /// <summary>Plays games.</summary>
    public static Playback Of<TAgent>(TAgent agent, IReadOnlyList<PlayedGame> games, Featurizer featurizer)
        where TAgent : class, IAgent<TAgent>
    {
        List<Button> buttons = [];
        List<double> times = [];
        bool same = true;
        SequenceState state = agent.CreateState();
        Play(agent, state, featurizer.Featurize(games[0].States, withRegime: true), []);
        foreach (PlayedGame game in games)
        {
            float[] rows = featurizer.Featurize(game.States, withRegime: true);
            float[] stepped = Play(agent, state, rows, times);
            float[] whole = new float[stepped.Length];
            agent.Predict(rows, whole);
            same &= stepped.Select(BitConverter.SingleToInt32Bits).SequenceEqual(whole.Select(BitConverter.SingleToInt32Bits));
            buttons.AddRange(stepped.Chunk(TAgent.OutputSize).Select(outputs => (Button)Array.IndexOf(outputs, outputs.Max())));
        }

        return new Playback(buttons, [.. times.Order()], same);
    }

    private static float[] Play<TAgent>(TAgent agent, SequenceState state, float[] rows, List<double> times)
        where TAgent : class, IAgent<TAgent>
    {
        float[] outputs = new float[rows.Length / TAgent.InputSize * TAgent.OutputSize];
        state.Reset();
        for (int step = 0; step < outputs.Length / TAgent.OutputSize; step++)
        {
            long start = Stopwatch.GetTimestamp();
            agent.Step(state, rows.AsSpan(step * TAgent.InputSize, TAgent.InputSize), outputs.AsSpan(step * TAgent.OutputSize, TAgent.OutputSize));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        return outputs;
    }
}
