using System;
using MoE.Experts;
using MoE.Numerics;
using MoE.Sequences;

namespace MoE.Training;

/// <summary>Where the parts of a batch's working memory lie, in floats from its origin; each begins on a cache line.</summary>
internal sealed class BatchLayout
{
    /// <param name="mixture">The mixture.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="workers">How many threads have memory of their own.</param>
    /// <param name="length">Rows of a sequence, for experts that see one; 0: all are one.</param>
    public BatchLayout(ITrainableMixture mixture, int rows, int workers, int length = 0)
    {
        MixtureShape shape = mixture.Shape;
        MixtureTraining training = mixture.Training;
        int assignments = checked(rows * shape.TopK);
        // Behind each expert's group lie three rows, so that no kernel writes into another's.
        int groupRows = checked(assignments + (3 * shape.Experts));
        // The largest group is all rows: an expert takes a row once.
        int touched = KernelRows.Touched(rows);
        Length = length == 0 ? rows : length;
        WorkerFloats = checked((touched * training.BackwardStride) + training.BackwardFloats);
        foreach (SequenceExpert expert in mixture.SequenceExperts)
            WorkerFloats = Math.Max(WorkerFloats, expert.Mixer.TrainingFloats(rows / Length, Length, threads: 1));
        // Experts that see a sequence have all rows, each a group of its own behind the others.
        SequenceRows = groupRows;
        groupRows = checked(groupRows + (mixture.SequenceExperts.Length * touched));
        ScratchAreas areas = default;
        Inputs = areas.Take(touched, shape.InputStride);
        RouterInputs = mixture.Router.Jitter > 0 ? areas.Take(touched, shape.InputStride) : Inputs;
        Logits = areas.Take(touched, shape.LogitStride);
        Probabilities = areas.Take(touched, shape.LogitStride);
        LogitGradients = areas.Take(touched, shape.LogitStride);
        bool hasNoise = mixture.Router.Noise is not null;
        Noise = areas.Take(hasNoise ? rows : 0, shape.Experts);
        NoiseRoom = areas.Take(hasNoise ? 3 * touched : 0, shape.LogitStride);
        ShareGradients = areas.Take(rows, shape.Experts);
        Outputs = areas.Take(touched, shape.OutputStride);
        Mixed = areas.Take(shape.MixesProbabilities ? rows : 0, shape.OutputStride);
        RowLosses = areas.Take(rows, sizeof(double) / sizeof(float));
        Chosen = areas.Take(assignments);
        Weights = areas.Take(assignments);
        WeightGradients = areas.Take(assignments);
        Kept = areas.Take(assignments);
        Order = areas.Take(assignments);
        Places = areas.Take(assignments);
        Starts = areas.Take(shape.Groups + 1);
        Rooms = areas.Take(shape.Experts);
        GroupInputs = areas.Take(SequenceRows, shape.InputStride);
        GroupOutputs = areas.Take(groupRows, shape.OutputStride);
        GroupGradients = areas.Take(groupRows, shape.OutputStride);
        Saved = areas.Take(SequenceRows, training.SavedStride);
        SequenceSaved = new int[mixture.SequenceExperts.Length];
        for (int index = 0; index < SequenceSaved.Length; index++)
            SequenceSaved[index] = areas.Take(mixture.SequenceExperts[index].Mixer.SavedFloats(rows / Length, Length));
        SequenceGradients = areas.Take(SequenceSaved.Length * touched, shape.InputStride);
        int sharedRows = shape.HasSharedExpert ? touched : 0;
        SharedOutputs = areas.Take(sharedRows, shape.OutputStride);
        SharedSaved = areas.Take(sharedRows, training.SavedStride);
        bool carriesInputs = training.CarriesInputGradients;
        InputGradients = areas.Take(carriesInputs ? touched : 0, shape.InputStride);
        NoiseInputGradients = areas.Take(carriesInputs && hasNoise ? touched : 0, shape.InputStride);
        SharedInputs = carriesInputs ? areas.Take(sharedRows, shape.InputStride) : Inputs;
        Workers = areas.Take(workers, WorkerFloats);
        Floats = areas.Floats;
    }

    /// <summary>Rows of a sequence.</summary>
    public int Length { get; }

    public int Inputs { get; }

    /// <summary>The inputs as the router sees them: their own area where there is jitter.</summary>
    public int RouterInputs { get; }

    public int Logits { get; }

    public int Probabilities { get; }

    public int LogitGradients { get; }

    /// <summary>Standard normals, of a router with noise.</summary>
    public int Noise { get; }

    /// <summary>What such a router keeps.</summary>
    public int NoiseRoom { get; }

    /// <summary>Gradients by the router's shares, where experts' losses are given.</summary>
    public int ShareGradients { get; }

    /// <summary>The mixture's outputs, then the gradient by them.</summary>
    public int Outputs { get; }

    /// <summary>Sums of probabilities, of which the outputs are the logarithms.</summary>
    public int Mixed { get; }

    public int RowLosses { get; }

    /// <summary>The expert of each assignment, as the router chose.</summary>
    public int Chosen { get; }

    public int Weights { get; }

    public int WeightGradients { get; }

    /// <summary>The expert of each assignment, dropped ones marked.</summary>
    public int Kept { get; }

    public int Order { get; }

    public int Places { get; }

    public int Starts { get; }

    public int Rooms { get; }

    /// <summary>The first row of the experts that see a sequence, among the groups' outputs and gradients.</summary>
    public int SequenceRows { get; }

    /// <summary>What each of them keeps for its way back.</summary>
    public int[] SequenceSaved { get; }

    /// <summary>The gradients by what each of them read.</summary>
    public int SequenceGradients { get; }

    public int GroupInputs { get; }

    public int GroupOutputs { get; }

    public int GroupGradients { get; }

    public int Saved { get; }

    /// <summary>What the shared expert says of each row, then the gradient by it.</summary>
    public int SharedOutputs { get; }

    public int SharedSaved { get; }

    /// <summary>The gradient by the mixture's inputs, where somebody asks for it.</summary>
    public int InputGradients { get; }

    /// <summary>The part of it that comes from the layer of a router's noise.</summary>
    public int NoiseInputGradients { get; }

    /// <summary>What the shared expert reads: a copy of its own where the gradient by it takes its place.</summary>
    public int SharedInputs { get; }

    public int Workers { get; }

    public int WorkerFloats { get; }

    public int Floats { get; }
}
