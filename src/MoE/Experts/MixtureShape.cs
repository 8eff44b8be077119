using System.ComponentModel;

namespace MoE.Experts;

/// <summary>The sizes that the compiler chose for a model: what the drivers over many rows need of it.</summary>
/// <param name="Inputs">Columns of a row of inputs.</param>
/// <param name="InputStride">Floats from one row of gathered inputs to the next, a multiple of 16; the padding is zero.</param>
/// <param name="Outputs">Columns of a row of outputs.</param>
/// <param name="OutputStride">Floats from one row of an expert's outputs to the next, a multiple of 16.</param>
/// <param name="Experts">Experts to choose from.</param>
/// <param name="LogitStride">Floats from one row of logits to the next, a multiple of 16; 0 for a router without a layer.</param>
/// <param name="TopK">Experts that work on a row.</param>
/// <param name="BlockRows">Rows that are routed together; bounds the working memory.</param>
/// <param name="ExpertRows">Rows that one call of an expert's kernels takes at most.</param>
/// <param name="ScratchStride">Floats of working memory that such a call needs for each row, rows rounded up to a multiple of 4.</param>
/// <param name="RowsSeeEachOther">Whether a row's output may depend on the other rows of the call: then all are one block.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record MixtureShape(
    int Inputs,
    int InputStride,
    int Outputs,
    int OutputStride,
    int Experts,
    int LogitStride,
    int TopK,
    int BlockRows,
    int ExpertRows,
    int ScratchStride,
    bool RowsSeeEachOther = false);
