using System.ComponentModel;

namespace MoE.Sequences;

/// <summary>What takes the rows of a sequence one piece after another: a backbone, or a mixture with experts that see a sequence.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SequenceProgram
{
    /// <summary>Columns of a row.</summary>
    public abstract int Inputs { get; }

    /// <summary>Columns that a row yields.</summary>
    public abstract int Outputs { get; }

    /// <summary>Experts that a router chooses from.</summary>
    public abstract int Experts { get; }

    /// <summary>What states are like.</summary>
    public abstract StateShape States { get; }

    /// <summary>Floats of working memory for a piece of so many rows.</summary>
    internal abstract int AdvanceFloats(int rows);

    /// <summary>The next rows: [rows x Inputs] -> [rows x Outputs]. A row that is not finite counts as zeros and gives NaN.</summary>
    /// <param name="place">Where the sequence stands.</param>
    /// <param name="inputs">The caller's rows.</param>
    /// <param name="outputs">The caller's rows.</param>
    /// <param name="rows">How many, at least one.</param>
    /// <param name="memory">As much as <see cref="AdvanceFloats"/> says, on the pinned heap.</param>
    /// <param name="threads">At most so many.</param>
    /// <param name="expert">The expert that every row goes to, unweighted; negative: those that the routers choose.</param>
    internal abstract void Advance(in SequencePlace place, ref float inputs, ref float outputs, int rows, ref float memory, int threads, int expert);
}
