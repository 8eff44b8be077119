using System;
using System.Runtime.CompilerServices;
using MoE.Numerics;

namespace MoE.Training;

/// <summary>The rows that an outer mixture routed to an expert that is a mixture itself, with their memory.</summary>
internal sealed class NestedBatch : IDisposable
{
    private readonly BatchMemory _memory;

    /// <param name="outer">The outer mixture.</param>
    /// <param name="nested">The one inside, whose parameters lie among the outer one's.</param>
    /// <param name="expert">Which expert it is.</param>
    /// <param name="step">The outer one's circumstances.</param>
    /// <param name="gradients">The first of the outer one's gradients; on the pinned heap.</param>
    /// <param name="setRows">Which rows of the set they are.</param>
    /// <param name="rows">Rows that are routed to it, at least one.</param>
    public NestedBatch(ITrainableMixture outer, ITrainableMixture nested, int expert, in TrainingStep step, ref float gradients, int[] setRows, int rows)
    {
        // Experts are the parts of the parallel work already.
        TrainingStep own = new(Threads: 1, Seed: Xoshiro256.ForStream(step.Seed, SeedStream - expert).Next(), step.Training) { ExpertsAreFrozen = step.ExpertsAreFrozen, IsFrozen = step.ExpertsAreFrozen, Unseen = step.Unseen };
        BatchLayout layout = new(nested, rows, workers: 1);
        _memory = BatchMemory.Rent(layout.Floats);
        ref float ownGradients = ref Unsafe.AddByteOffset(ref gradients, Unsafe.ByteOffset(ref outer.Parameters, ref nested.Parameters));
        Batch = new Batch(nested, layout, own, ref ownGradients, rows, ref _memory.Origin, setRows);
    }

    // Apart from the streams that a step's seed has elsewhere.
    private const long SeedStream = -16;

    public Batch Batch { get; }

    public void Dispose() => _memory.Dispose();
}
