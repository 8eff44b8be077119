using System.ComponentModel;
using System.Runtime.CompilerServices;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>
/// What moves knowledge from a sequence's earlier rows to its later ones. It holds no parameters: layers of one shape share it.
/// All memory lies on the pinned heap and begins at 64 bytes.
/// </summary>
/// <remarks>
/// A whole sequence and a single step are one path: <see cref="Advance"/> with many rows or with one. Every sum over time, states
/// or keys has an order that depends on shapes and positions alone, so how a sequence is cut into calls and how many threads work
/// on it do not change a bit.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SequenceMixer
{
    /// <summary>Floats of what one sequence remembers, a multiple of 16; all zeros before its first row.</summary>
    /// <param name="capacity">Rows of a sequence at most, for a mixer that remembers each.</param>
    public abstract int StateFloats(int capacity);

    /// <summary>Floats of working memory for <see cref="Advance"/> over so many rows.</summary>
    public abstract int AdvanceFloats(int rows);

    /// <summary>The next rows of one sequence; allocates nothing once warm.</summary>
    /// <param name="parameters">The block's parameters.</param>
    /// <param name="state">What the sequence remembers; brought up to the last row.</param>
    /// <param name="capacity">As for <see cref="StateFloats"/>; position + rows is at most that where it counts.</param>
    /// <param name="position">Rows that came before.</param>
    /// <param name="x">[rows x stride of the width], padded with zeros.</param>
    /// <param name="y">Receives as much, zeros up to whole panels; up to three rows behind the last one are touched.</param>
    /// <param name="rows">How many, at least 1.</param>
    /// <param name="scratch"><see cref="AdvanceFloats"/> floats.</param>
    /// <param name="threads">How many may work, at least 1.</param>
    public abstract void Advance(ref float parameters, ref float state, int capacity, int position, ref float x, ref float y, int rows, ref float scratch, int threads);

    /// <summary>A whole sequence from its first row on.</summary>
    public void RunWhole(ref float parameters, ref float x, ref float y, int rows)
    {
        int stateFloats = StateFloats(rows);
        using Scratch scratch = Scratch.Rent(checked(stateFloats + AdvanceFloats(rows)));
        scratch.Span(stateFloats).Clear();
        Advance(ref parameters, ref scratch.Origin, rows, 0, ref x, ref y, rows, ref Unsafe.Add(ref scratch.Origin, stateFloats), threads: 1);
    }

    /// <summary>Floats kept from <see cref="Forward"/> to <see cref="Backward"/>: they grow with the rows, not with rows times states or rows times rows.</summary>
    public abstract int SavedFloats(int sequences, int length);

    /// <summary>Floats of working memory for <see cref="Forward"/> and for <see cref="Backward"/>.</summary>
    public abstract int TrainingFloats(int sequences, int length, int threads);

    /// <summary>Whole sequences of one length, each from its first row on, lying one after the other; the bits are those of <see cref="Advance"/>.</summary>
    public abstract void Forward(ref float parameters, ref float x, ref float y, int sequences, int length, ref float saved, ref float scratch, int threads);

    /// <summary>The way back of <see cref="Forward"/>.</summary>
    /// <param name="parameters">The block's parameters.</param>
    /// <param name="gradients">Receives their gradients, zeros in the padding.</param>
    /// <param name="x">What was read.</param>
    /// <param name="dy">The gradient of what was written, zeros in the padding; may be used up.</param>
    /// <param name="dx">Receives the gradient of x.</param>
    /// <param name="sequences">How many.</param>
    /// <param name="length">Rows of each.</param>
    /// <param name="saved">What <see cref="Forward"/> kept.</param>
    /// <param name="scratch"><see cref="TrainingFloats"/> floats.</param>
    /// <param name="threads">How many may work, at least 1.</param>
    public abstract void Backward(ref float parameters, ref float gradients, ref float x, ref float dy, ref float dx, int sequences, int length, ref float saved, ref float scratch, int threads);
}
