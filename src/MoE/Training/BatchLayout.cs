using MoE.Experts;

namespace MoE.Training;

/// <summary>Where the parts of a batch's working memory lie, in floats from its origin; each begins on a cache line.</summary>
internal sealed class BatchLayout
{
    public BatchLayout(MixtureShape shape, MixtureTraining training, int rows, int workers)
    {
        int assignments = checked(rows * shape.TopK);
        // Each expert's group starts at a multiple of four rows, so that no kernel writes into another's.
        int groupRows = checked(assignments + (3 * shape.Experts));
        // The largest group is all rows: an expert takes a row once.
        WorkerFloats = checked((((rows + 3) & ~3) * training.BackwardStride) + training.BackwardFloats);
        int next = 0;
        Inputs = Take((rows + 3) * shape.InputStride);
        Logits = Take((rows + 3) * shape.LogitStride);
        Probabilities = Take((rows + 3) * shape.LogitStride);
        LogitGradients = Take((rows + 3) * shape.LogitStride);
        Outputs = Take((rows + 3) * shape.OutputStride);
        RowLosses = Take(2 * rows);
        Chosen = Take(assignments);
        Weights = Take(assignments);
        WeightGradients = Take(assignments);
        Kept = Take(assignments);
        Order = Take(assignments);
        Places = Take(assignments);
        Starts = Take(shape.Experts + 1);
        Rooms = Take(shape.Experts);
        GroupInputs = Take(groupRows * shape.InputStride);
        GroupOutputs = Take(groupRows * shape.OutputStride);
        GroupGradients = Take(groupRows * shape.OutputStride);
        Saved = Take(groupRows * training.SavedStride);
        Workers = Take(workers * WorkerFloats);
        Floats = next;

        int Take(int floats)
        {
            int at = next;
            next = checked(next + ((floats + 15) & ~15));
            return at;
        }
    }

    public int Inputs { get; }

    public int Logits { get; }

    public int Probabilities { get; }

    public int LogitGradients { get; }

    /// <summary>The mixture's outputs, then the gradient by them.</summary>
    public int Outputs { get; }

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

    public int GroupInputs { get; }

    public int GroupOutputs { get; }

    public int GroupGradients { get; }

    public int Saved { get; }

    public int Workers { get; }

    public int WorkerFloats { get; }

    public int Floats { get; }
}
