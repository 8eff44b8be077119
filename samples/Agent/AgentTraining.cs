using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Agent.Models;
using Melee;
using Melee.Display;
using Melee.Features;
using MoE;

namespace Agent;

/// <summary>Trains agents. All settings were chosen by leaving out games of the training part (README.md).</summary>
public static class AgentTraining
{
    /// <summary>States of a training sequence, about five seconds.</summary>
    public const int Length = 32;

    /// <summary>From one training sequence to the next.</summary>
    public const int Stride = 8;

    /// <summary>See <see cref="Windows.Of"/>.</summary>
    public const double Blanked = 0.2;

    /// <summary>Of fresh weights, the order of sequences and dropout.</summary>
    public static ulong[] Seeds { get; } = [1, 2, 3];

    private static FitOptions Common { get; } = new()
    {
        Epochs = 2,
        BatchSize = 8,
        SequenceLength = Length,
        LossOn = LossOn.EveryStep,
        LearningRate = 1e-3,
        WarmupSteps = 50,
        Schedule = LearningRateSchedule.Cosine,
        WeightDecay = 1.5,
        ClipNorm = 1,
        Threads = 0,
    };

    /// <summary>Trains an agent from each seed; null if it was cancelled.</summary>
    /// <param name="name">What to call it while it trains.</param>
    /// <param name="games">To train on.</param>
    /// <param name="featurizer">Makes the rows.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IReadOnlyList<TAgent>? Run<TAgent>(string name, IReadOnlyList<PlayedGame> games, Featurizer featurizer, CancellationToken cancellation)
        where TAgent : class, IAgent<TAgent>
    {
        Windows windows = Windows.Of(games, featurizer, Length, Stride, Blanked);
        double[] classWeights = ClassBalance.Weights([.. windows.Buttons.Select(button => (int)button)], TAgent.OutputSize);
        List<TAgent> agents = [];
        foreach (ulong seed in Seeds)
        {
            TAgent agent = TAgent.Create(seed);
            FitOptions options = Common with { Seed = seed, ClassWeights = classWeights, CancellationToken = cancellation };
            FitReport report = TrainingDisplay.Run(name, options, fit => agent.Fit(windows.Rows, windows.Buttons, fit));
            if (report.Outcome == FitOutcome.Cancelled) return null;
            agents.Add(agent);
        }

        return agents;
    }
}
