using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using MoE.Benchmarks.Learn.Display;

namespace MoE.Benchmarks.Learn.Sets;

/// <summary>A set of data with those that learn it.</summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Metric">What counts.</param>
/// <param name="Baselines">What others make of it.</param>
internal abstract record LearnSet(string Name, Metric Metric, IReadOnlyList<Baseline> Baselines)
{
    /// <summary>All sets.</summary>
    public static IReadOnlyList<LearnSet> All { get; } =
        [new RustcErrorsSet(), new LetterSet(), new CovertypeSet(), new HousingSet(), new GoEmotionsSet(), new MeleeSet()];

    /// <summary>Trainings that <see cref="Learn"/> makes.</summary>
    public abstract int Trainings(LearnOptions options);

    /// <summary>Searches, then trains what was chosen and measures it on the test part.</summary>
    /// <param name="options">What to run.</param>
    /// <param name="report">Told of each training.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="System.OperationCanceledException">It was cancelled.</exception>
    public abstract IReadOnlyList<LearnResult> Learn(LearnOptions options, ITrainingReport report, CancellationToken cancellation);

    /// <summary>The files of the set; there are none: what is missing.</summary>
    public IEnumerable<string> MissingFiles(DirectoryInfo data) => new[] { TrainPath(data), TestPath(data) }.Where(path => !File.Exists(path));

    protected string TrainPath(DirectoryInfo data) => Path.Combine(data.FullName, Name, "train.tsv");

    protected string TestPath(DirectoryInfo data) => Path.Combine(data.FullName, Name, "test.tsv");
}
