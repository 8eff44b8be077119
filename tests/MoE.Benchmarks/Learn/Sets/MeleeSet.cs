using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;
using MoE.Benchmarks.Learn.Models;
using Melee;
using Melee.Features;

namespace MoE.Benchmarks.Learn.Sets;

/// <summary>melee-frames: which button comes next. Rows and weights of rare classes are those of samples/Melee; whole games are held out.</summary>
internal sealed record MeleeSet() : LearnSetOf<Button>(
    "melee-frames",
    Metric.MacroF1,
    new SearchGrid(new FitOptions { BatchSize = 128, WeightDecay = 0.3, Schedule = LearningRateSchedule.Cosine }, [0.002, 0.004], [6, 12]),
    [
        new JointContestant<MeleeSparseStrong, Button>(Role.Mixture),
        new JointContestant<MeleeSparseMild, Button>(Role.Mixture),
        new TwoStageContestant<MeleeSparseMild, Button>(Role.TwoStageMixture),
        new TwoStageContestant<MeleeSoft, Button>(Role.TwoStageMixture),
        new JointContestant<MeleeSameActiveMild, Button>(Role.SameActiveSize),
        new JointContestant<MeleeSameActiveStrong, Button>(Role.SameActiveSize),
        new JointContestant<MeleeSameTotalMild, Button>(Role.SameTotalSize),
        new JointContestant<MeleeSameTotalStrong, Button>(Role.SameTotalSize),
        new ForestContestant<MeleeForest, Button>(),
        new JointContestant<MeleeForestsAndNetworks, Button>(Role.ForestsAndNetworks),
        new TwoStageContestant<MeleeForestsAndNetworks, Button>(Role.ForestsAndNetworks),
    ],
    [new("logistic regression", 0.2326), new("forest, depth 10", 0.1749), new("gradient-boosted trees", 0.3618)])
{
    private const int Every = 3;

    /// <inheritdoc/>
    public override LearnPart<Button> ForSearch(DirectoryInfo data, CancellationToken cancellation)
    {
        Holdout<GameState> holdout = Holdout<GameState>.ByGroup(GameStates.Read(TrainPath(data)), state => state.Game, Every);
        return PartOf(holdout.Fit, holdout.Measured);
    }

    /// <inheritdoc/>
    public override LearnPart<Button> ForTest(DirectoryInfo data, CancellationToken cancellation) =>
        PartOf(GameStates.Read(TrainPath(data)), GameStates.Read(TestPath(data)));

    private static LearnPart<Button> PartOf(IReadOnlyList<GameState> fit, IReadOnlyList<GameState> measured)
    {
        var featurizer = new Featurizer(fit);
        int[] classes = [.. fit.Select(state => (int)state.Button)];
        return new(RowsOf(fit, featurizer), RowsOf(measured, featurizer), ClassBalance.Weights(classes, MeleeSoft.OutputSize));
    }

    private static LearnRows<Button> RowsOf(IReadOnlyList<GameState> states, Featurizer featurizer) =>
        new(featurizer.Featurize(states, withRegime: true), [.. states.Select(state => state.Button)]);
}
