using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>
/// Rows of a sequence through a mixture some of whose experts see every row of it: those run on all rows, the others on the rows that
/// are routed to them.
/// </summary>
internal static class SequenceMixtureRows
{
    /// <summary>What one sequence leaves behind in the experts.</summary>
    public static int StateFloats(IMixtureKernels mixture, int capacity)
    {
        int floats = 0;
        foreach (SequenceExpert expert in mixture.SequenceExperts)
            floats = checked(floats + expert.Mixer.StateFloats(capacity));
        return floats;
    }

    /// <summary>Finite rows x InputStride -> rows x OutputStride, of which nothing behind the width is written.</summary>
    /// <param name="mixture">The mixture.</param>
    /// <param name="place">Where the sequence stands.</param>
    /// <param name="x">What it reads.</param>
    /// <param name="y">What it writes.</param>
    /// <param name="rows">How many.</param>
    /// <param name="threads">At most so many.</param>
    /// <param name="only">The expert that every row goes to, unweighted; negative: those that the router chooses.</param>
    public static void Run(IMixtureKernels mixture, in SequencePlace place, ref float x, ref float y, int rows, int threads, int only)
    {
        MixtureShape shape = mixture.Shape;
        int assignments = checked(rows * shape.TopK);
        int expertRows = KernelRows.Touched(Math.Min(rows, shape.ExpertRows));
        ScratchAreas areas = default;
        int logitsAt = areas.Take(KernelRows.Touched(rows), shape.LogitStride), weightsAt = areas.Take(assignments), chosenAt = areas.Take(assignments);
        int orderAt = areas.Take(assignments), placesAt = areas.Take(assignments), startsAt = areas.Take(shape.Experts + 1);
        int gatheredAt = areas.Take(expertRows, shape.InputStride), workAt = areas.Take(expertRows, shape.ScratchStride);
        int slotsAt = areas.Take(checked(assignments + 3), shape.OutputStride), resultsAt = areas.Take(KernelRows.Touched(rows), shape.OutputStride);
        using Scratch scratch = Scratch.Rent(areas.Floats);
        ref float memory = ref scratch.Origin;
        Span<int> chosen = BlockSize.Ints(ref memory, chosenAt, assignments), order = BlockSize.Ints(ref memory, orderAt, assignments);
        Span<int> places = BlockSize.Ints(ref memory, placesAt, assignments), starts = BlockSize.Ints(ref memory, startsAt, shape.Experts + 1);
        ref float weights = ref Unsafe.Add(ref memory, weightsAt);
        ref float slots = ref Unsafe.Add(ref memory, slotsAt);
        ref float results = ref Unsafe.Add(ref memory, resultsAt);
        AssignmentRows rowOf = new(shape.TopK);

        mixture.Gate(ref x, ref Unsafe.Add(ref memory, logitsAt), rows);
        mixture.Router.RouteRows(rows, ref x, shape.InputStride, ref Unsafe.Add(ref memory, logitsAt), shape.LogitStride, ref mixture.Parameters, ref chosen[0], ref weights);
        RowGroups.Sort(chosen, starts, order, places);
        nint state = 0;
        foreach (SequenceExpert expert in mixture.SequenceExperts)
        {
            Advance(mixture, expert, place.At(state), ref x, ref results, rows, threads);
            state += expert.Mixer.StateFloats(place.Capacity);
            if (only == expert.Expert)
                CopyRows(ref results, ref y, rows, shape);
            foreach (int assignment in order[starts[expert.Expert]..starts[expert.Expert + 1]])
                Row(ref results, rowOf.Of(assignment), shape).CopyTo(Row(ref slots, places[assignment], shape));
        }
        if (only >= 0)
        {
            if (!IsSequence(mixture, only))
                MixturePredictor.PredictPaddedExpert(mixture, only, ref x, ref y, rows);
            return;
        }

        for (int expert = 0; expert < shape.Experts; expert++)
        {
            for (int first = starts[expert], count; !IsSequence(mixture, expert) && first < starts[expert + 1]; first += count)
            {
                count = Math.Min(shape.ExpertRows, starts[expert + 1] - first);
                ref float gathered = ref Unsafe.Add(ref memory, gatheredAt);
                for (int index = 0; index < count; index++)
                {
                    MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref x, rowOf.Of(order[first + index]) * shape.InputStride), shape.InputStride)
                        .CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref gathered, (nint)index * shape.InputStride), shape.InputStride));
                }
                // What kernels touch behind the last row would be another expert's: results are copied.
                mixture.RunExpert(expert, ref gathered, ref results, count, ref Unsafe.Add(ref memory, workAt));
                MemoryMarshal.CreateReadOnlySpan(ref results, count * shape.OutputStride).CopyTo(MemoryMarshal.CreateSpan(ref Row(ref slots, first, shape)[0], count * shape.OutputStride));
            }
        }
        for (int row = 0; row < rows; row++)
            MixturePredictor.CombineRow(ref slots, places.Slice(row * shape.TopK, shape.TopK), ref Unsafe.Add(ref weights, row * shape.TopK), ref Unsafe.Add(ref y, (nint)row * shape.OutputStride), shape);
        if (shape.HasSharedExpert)
            AddShared(mixture, ref x, ref y, ref results, rows);
    }

    private static void Advance(IMixtureKernels mixture, in SequenceExpert expert, in SequencePlace place, ref float x, ref float y, int rows, int threads)
    {
        using Scratch scratch = Scratch.Rent(expert.Mixer.AdvanceFloats(rows));
        expert.Mixer.Advance(ref Unsafe.Add(ref mixture.Parameters, expert.Offset), ref place.State(0), place.Capacity, place.Position, ref x, ref y, rows, ref scratch.Origin, threads);
    }

    private static void AddShared(IMixtureKernels mixture, ref float x, ref float y, ref float results, int rows)
    {
        MixtureShape shape = mixture.Shape;
        MixturePredictor.PredictPaddedExpert(mixture, shape.SharedExpert, ref x, ref results, rows);
        for (int row = 0; row < rows; row++)
            Combine.Add(ref Unsafe.Add(ref results, (nint)row * shape.OutputStride), ref Unsafe.Add(ref y, (nint)row * shape.OutputStride), shape.Outputs);
    }

    private static void CopyRows(ref float from, ref float to, int rows, MixtureShape shape)
    {
        for (nint row = 0; row < rows; row++)
            Row(ref from, row, shape)[..shape.Outputs].CopyTo(Row(ref to, row, shape));
    }

    private static bool IsSequence(IMixtureKernels mixture, int expert) => SequenceExpert.IndexOf(mixture.SequenceExperts, expert) >= 0;

    private static Span<float> Row(ref float rows, nint row, MixtureShape shape) =>
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref rows, row * shape.OutputStride), shape.OutputStride);
}
