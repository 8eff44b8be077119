using System;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>Runs a model over sequences: whole ones, piece by piece, or one row at a time. Both are the same path, so both have the same bits.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class SequencePredictor
{
    // Enough for every pass over the weights to pay, few enough to stay in the second-level cache.
    internal const int PieceRows = 128;

    /// <summary>Sequences of equal length, one after the other: rows x Inputs -> rows x Outputs.</summary>
    /// <exception cref="ArgumentException">The rows are no whole sequences; nothing is written.</exception>
    public static void Predict(SequenceProgram program, ReadOnlySpan<float> inputs, Span<float> outputs, int rows, int length, int threads)
    {
        if (rows == 0)
            return;
        RowSpans.DemandSequences(rows, length);
        // Each is a part, unless there are too few of them: then each is run on all threads.
        int sequences = rows / length;
        bool spreads = sequences >= threads;
        fixed (float* pinnedInputs = inputs, pinnedOutputs = outputs)
            ParallelJob<SequencesJob>.Run(new(program, pinnedInputs, pinnedOutputs, length, spreads ? 1 : threads), sequences, spreads ? threads : 1);
    }

    /// <summary>The next row of a sequence.</summary>
    /// <exception cref="ArgumentException">A span does not fit, or the state is another model's.</exception>
    /// <exception cref="InvalidOperationException">The state is full.</exception>
    public static void Step(SequenceProgram program, SequenceState state, ReadOnlySpan<float> input, Span<float> output)
    {
        ArgumentNullException.ThrowIfNull(state);
        RowSpans.DemandOne(input, program.Inputs);
        RowSpans.Demand(input, program.Inputs, output, program.Outputs, nameof(output));
        if (state.Shape != program.States)
            throw new ArgumentException($"state must come from CreateState of this model, {program.States.Model}, but is of {state.Shape.Model}.", nameof(state));
        if (state.Position >= state.Shape.Limit(state.Capacity))
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The state is full: it has room for {state.Capacity} rows. Reset it, or ask CreateState for a larger capacity; attention with a Window needs none."));
        using Scratch scratch = Scratch.Rent(program.AdvanceFloats(1));
        program.Advance(
            new SequencePlace(ref state.Origin, state.Capacity, state.Position), ref MemoryMarshal.GetReference(input), ref MemoryMarshal.GetReference(output), 1, ref scratch.Origin, threads: 1, expert: -1);
        state.Position++;
    }

    /// <summary>The sequence as if every router sent each row to one expert, unweighted.</summary>
    /// <exception cref="ArgumentException">There is no such expert, or a span does not fit.</exception>
    public static void PredictExpert(SequenceProgram program, int expert, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        RowSpans.DemandExpert(expert, program.Experts);
        int rows = RowSpans.Demand(inputs, program.Inputs, outputs, program.Outputs);
        if (rows > 0)
            RunSequence(program, ref MemoryMarshal.GetReference(inputs), ref MemoryMarshal.GetReference(outputs), rows, threads: 1, expert);
    }

    /// <summary>One sequence, piece by piece, from its beginning.</summary>
    internal static void RunSequence(SequenceProgram program, ref float inputs, ref float outputs, int length, int threads, int expert = -1)
    {
        int stateFloats = program.States.Floats(length), pieceRows = Math.Min(PieceRows, length);
        using Scratch scratch = Scratch.Rent(checked(stateFloats + program.AdvanceFloats(pieceRows)));
        scratch.Span(stateFloats).Clear();
        for (int first = 0; first < length; first += pieceRows)
        {
            program.Advance(
                new SequencePlace(ref scratch.Origin, length, first),
                ref Unsafe.Add(ref inputs, (nint)first * program.Inputs),
                ref Unsafe.Add(ref outputs, (nint)first * program.Outputs),
                Math.Min(pieceRows, length - first),
                ref Unsafe.Add(ref scratch.Origin, stateFloats),
                threads,
                expert);
        }
    }
}
