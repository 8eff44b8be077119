using System.Threading;
using MoE.Benchmarks.Learn.Data;

namespace MoE.Benchmarks.Learn.Contestants;

/// <summary>Something that learns a set.</summary>
/// <param name="Role">What it stands for.</param>
/// <param name="Name">Its name.</param>
/// <param name="ActiveParameters">Trained numbers at work on a row.</param>
/// <param name="TotalParameters">Trained numbers.</param>
/// <typeparam name="TTarget">What it learns to say of a row: an enum, or a number.</typeparam>
internal abstract record Contestant<TTarget>(Role Role, string Name, long ActiveParameters, long TotalParameters)
{
    /// <summary>Learns the part's rows and is measured on its others.</summary>
    /// <exception cref="System.OperationCanceledException">It was cancelled.</exception>
    public abstract Evaluation Learn(LearnPart<TTarget> part, FitOptions options, CancellationToken cancellation);
}
