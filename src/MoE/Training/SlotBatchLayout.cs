using System;
using MoE.Experts;
using MoE.Experts.Slots;
using MoE.Numerics;
using MoE.Routing;

namespace MoE.Training;

/// <summary>Where the parts of the working memory of a batch of sequences lie that go through slots and back.</summary>
internal readonly struct SlotBatchLayout
{
    public SlotBatchLayout(ITrainableMixture mixture, SlotRouter router, int sequences, int length, int workers)
    {
        MixtureShape shape = mixture.Shape;
        MixtureTraining training = mixture.Training;
        ScratchAreas areas = default;
        Mixing = new SlotLayout(shape, router, sequences, length, ref areas);
        int groups = checked(shape.Experts * Mixing.GroupRows);
        GroupGradients = areas.Take(groups, shape.OutputStride);
        Saved = areas.Take(groups, training.SavedStride);
        LogitGradients = areas.Take(KernelRows.Touched(Mixing.Rows), shape.LogitStride);
        ShareGradients = areas.Take(KernelRows.Touched(length), shape.LogitStride);
        Layer = areas.Take(Math.Max(router.Similarity.Floats, router.MixingBack.Floats));
        Mixed = areas.Take(shape.MixesProbabilities ? Mixing.Rows : 0, shape.OutputStride);
        RowLosses = areas.Take(Mixing.Rows, sizeof(double) / sizeof(float));
        int sharedRows = shape.HasSharedExpert ? KernelRows.Touched(Mixing.Rows) : 0;
        SharedOutputs = areas.Take(sharedRows, shape.OutputStride);
        SharedSaved = areas.Take(sharedRows, training.SavedStride);
        WorkerFloats = checked((Math.Max(Mixing.GroupRows, sharedRows) * training.BackwardStride) + training.BackwardFloats);
        Workers = areas.Take(workers, WorkerFloats);
        Floats = areas.Floats;
    }

    public SlotLayout Mixing { get; }

    public int GroupGradients { get; }

    public int Saved { get; }

    public int LogitGradients { get; }

    /// <summary>Gradients by one sequence's shares in the slots.</summary>
    public int ShareGradients { get; }

    public int Layer { get; }

    /// <summary>Sums of probabilities, of which the outputs are the logarithms.</summary>
    public int Mixed { get; }

    public int RowLosses { get; }

    /// <summary>What the shared expert says of each row, then the gradient by it.</summary>
    public int SharedOutputs { get; }

    public int SharedSaved { get; }

    public int Workers { get; }

    public int WorkerFloats { get; }

    public int Floats { get; }
}
