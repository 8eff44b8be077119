using System.Collections.Generic;
using System.IO;
using System.Threading;
using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;
using MoE.Benchmarks.Learn.Display;

namespace MoE.Benchmarks.Learn.Sets;

/// <summary>A set whose rows have targets of a type.</summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Metric">What counts.</param>
/// <param name="Settings">The settings that are searched for every contestant.</param>
/// <param name="Contestants">Those that learn it.</param>
/// <param name="Baselines">What others make of it.</param>
internal abstract record LearnSetOf<TTarget>(
    string Name, Metric Metric, SearchGrid Settings, IReadOnlyList<Contestant<TTarget>> Contestants, IReadOnlyList<Baseline> Baselines)
    : LearnSet(Name, Metric, Baselines)
{
    /// <inheritdoc/>
    public override int Trainings(LearnOptions options) => Search<TTarget>.Trainings(this, options);

    /// <inheritdoc/>
    public override IReadOnlyList<LearnResult> Learn(LearnOptions options, ITrainingReport report, CancellationToken cancellation) =>
        new Search<TTarget>(this, options, report, cancellation).Run();

    /// <summary>A part of the train file to learn, and the rest of it.</summary>
    public abstract LearnPart<TTarget> ForSearch(DirectoryInfo data, CancellationToken cancellation);

    /// <summary>The train file and the test file.</summary>
    public abstract LearnPart<TTarget> ForTest(DirectoryInfo data, CancellationToken cancellation);
}
