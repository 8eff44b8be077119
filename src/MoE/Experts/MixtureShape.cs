using System.ComponentModel;
using MoE.Experts.Sparse;
using MoE.Routing;

namespace MoE.Experts;

/// <summary>The sizes that the compiler chose for a model: what the drivers over many rows need of it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MixtureShape(
    int inputs, int inputStride, int outputs, int outputStride, int experts, int logitStride, int topK, int blockRows, int expertRows, int scratchStride, bool rowsSeeEachOther = false, CapacityRule? capacity = null, bool hasSharedExpert = false, bool mixesProbabilities = false)
{
    /// <summary>Floats of a row of inputs as it comes: its columns, or a <see cref="SparseRow"/>.</summary>
    public int Inputs { get; private init; } = inputs;

    /// <summary>Floats from one row of gathered inputs to the next, a multiple of 16; the padding is zero.</summary>
    public int InputStride { get; private init; } = inputStride;

    /// <summary>Columns of a row of outputs.</summary>
    public int Outputs { get; } = outputs;

    /// <summary>Floats from one row of an expert's outputs to the next, a multiple of 16.</summary>
    public int OutputStride { get; } = outputStride;

    /// <summary>Experts to choose from.</summary>
    public int Experts { get; } = experts;

    /// <summary>Floats from one row of logits to the next, a multiple of 16; 0 for a router without a layer.</summary>
    public int LogitStride { get; } = logitStride;

    /// <summary>Experts that work on a row.</summary>
    public int TopK { get; } = topK;

    /// <summary>Rows that are routed together; bounds the working memory.</summary>
    public int BlockRows { get; } = blockRows;

    /// <summary>Rows that one call of an expert's kernels takes at most.</summary>
    public int ExpertRows { get; } = expertRows;

    /// <summary>Floats of working memory that such a call needs for each row, rows rounded up to a multiple of 4.</summary>
    public int ScratchStride { get; } = scratchStride;

    /// <summary>Whether a row's output may depend on the other rows of the call: then all are one block.</summary>
    public bool RowsSeeEachOther { get; } = rowsSeeEachOther;

    /// <summary>How many assignments an expert takes; null: all.</summary>
    public CapacityRule? Capacity { get; } = capacity;

    /// <summary>Whether the experts say probabilities, of whose sum the outputs are the logarithms.</summary>
    public bool MixesProbabilities { get; } = mixesProbabilities;

    /// <summary>Whether every row passes through an expert that the router does not see.</summary>
    public bool HasSharedExpert { get; } = hasSharedExpert;

    /// <summary>Columns of a row of inputs.</summary>
    internal int Columns { get; } = inputs;

    /// <summary>What rows of inputs are, as they come and as they are gathered.</summary>
    internal RowForm Form { get; private init; }

    /// <summary>The same mixture of sparse rows.</summary>
    /// <param name="expands">Whether gathering writes them out, for kernels that read whole rows.</param>
    public MixtureShape OfSparseRows(bool expands = false) => new(
        Columns, InputStride, Outputs, OutputStride, Experts, LogitStride, TopK, BlockRows, ExpertRows, ScratchStride, RowsSeeEachOther, Capacity, HasSharedExpert, MixesProbabilities)
    {
        Inputs = SparseRow.Floats,
        InputStride = expands ? InputStride : SparseRow.Floats,
        Form = expands ? RowForm.Expanded : RowForm.Sparse,
    };

    /// <summary>The number of that expert: behind the router's and the row itself.</summary>
    internal int SharedExpert => Experts + 1;

    /// <summary>Whether an assignment that finds no room is the row itself: an expert more, behind the others, which changes nothing.</summary>
    internal bool PassesThrough => Capacity is { Overflow: Overflow.PassThrough };

    /// <summary>Experts, and the row itself where it may take their place.</summary>
    internal int Groups => Experts + (PassesThrough ? 1 : 0);
}
