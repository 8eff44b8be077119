using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;
using MoE.Benchmarks.Learn.Display;

namespace MoE.Benchmarks.Learn.Sets;

/// <summary>The one search that all roles of a set get: every class with every setting, once, on a part of the train file. The best is then trained on all of it.</summary>
internal sealed class Search<TTarget>(LearnSetOf<TTarget> set, LearnOptions options, ITrainingReport report, CancellationToken cancellation)
{
    // Not among those of the final trainings: nothing is chosen for the luck of a seed that counts.
    private const ulong SearchSeed = 100;

    /// <summary>Trainings of a run.</summary>
    public static int Trainings(LearnSetOf<TTarget> set, LearnOptions options) =>
        Contestants(set, options).Count() * set.Settings.Settings(options.Quick).Count + (options.SearchOnly ? 0 : Contestants(set, options).Select(each => each.Role).Distinct().Count() * options.Seeds);

    /// <summary>Searches all roles, then measures all on the test part.</summary>
    /// <exception cref="System.OperationCanceledException">It was cancelled.</exception>
    public IReadOnlyList<LearnResult> Run()
    {
        LearnPart<TTarget> part = set.ForSearch(options.Data, cancellation);
        Choice<TTarget>[] choices = [.. Contestants(set, options).GroupBy(each => each.Role).Select(role => Choose(role, part))];
        if (options.SearchOnly) return [.. choices.Select(choice => ResultOf(choice, [], seconds: 0))];
        LearnPart<TTarget> whole = set.ForTest(options.Data, cancellation);
        return [.. choices.Select(choice => Measure(choice, whole))];
    }

    private static IEnumerable<Contestant<TTarget>> Contestants(LearnSetOf<TTarget> set, LearnOptions options) =>
        set.Contestants.Where(each => options.Roles.Count == 0 || options.Roles.Contains(each.Role));

    private Choice<TTarget> Choose(IEnumerable<Contestant<TTarget>> role, LearnPart<TTarget> part) => (
        from contestant in role
        from setting in set.Settings.Settings(options.Quick)
        select new Choice<TTarget>(contestant, setting, Learn(contestant, setting, SearchSeed, part))).MaxBy(choice => choice.Score)!;

    private LearnResult Measure(Choice<TTarget> choice, LearnPart<TTarget> whole)
    {
        long start = Stopwatch.GetTimestamp();
        double[] scores = [.. Enumerable.Range(1, options.Seeds).Select(seed => Learn(choice.Contestant, choice.Options, (ulong)seed, whole))];
        return ResultOf(choice, scores, Stopwatch.GetElapsedTime(start).TotalSeconds / scores.Length);
    }

    private static LearnResult ResultOf(Choice<TTarget> choice, IReadOnlyList<double> scores, double seconds) => new(
        choice.Contestant.Role, choice.Contestant.Name, choice.Contestant.ActiveParameters, choice.Contestant.TotalParameters,
        choice.Options, choice.Score, scores, seconds);

    private double Learn(Contestant<TTarget> contestant, FitOptions setting, ulong seed, LearnPart<TTarget> part)
    {
        FitOptions own = setting with
        {
            Seed = seed,
            ClassWeights = part.ClassWeights,
            CancellationToken = cancellation,
        };
        Evaluation evaluation = contestant.Learn(part, own, cancellation);
        double score = set.Metric switch
        {
            Metric.Accuracy => evaluation.Accuracy!.Value,
            Metric.MacroF1 => evaluation.MacroF1!.Value,
            Metric.R2 => evaluation.R2!.Value,
            _ => throw new InvalidDataException($"{set.Metric} is not measured."),
        };
        report.Trained(set.Name, contestant.Name, own, score);
        return score;
    }
}
