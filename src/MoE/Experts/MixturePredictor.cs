using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts.Slots;
using MoE.Experts.Sparse;
using MoE.Numerics;
using MoE.Routing;

namespace MoE.Experts;

/// <summary>
/// Runs a model over many rows: route a block of rows, gather each expert's rows, run the expert on them, combine.
/// Blocks may be of any size and on any thread, unless rows see each other: then all rows are one.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MixturePredictor
{
    private const int MostOnStack = 1024;
    private const long LeastFlopsToSpread = 1_000_000;
    private const int MostRowsToSpread = 64;

    /// <summary>rows x Inputs -> rows x Outputs.</summary>
    public static void Predict(IMixtureKernels model, ReadOnlySpan<float> inputs, Span<float> outputs, int rows, int threads)
    {
        if (rows == 0)
            return;
        if (model.Router is SlotRouter slots)
        {
            SlotPredictor.Predict(model, slots, inputs, outputs, rows, length: rows, threads);
            return;
        }
        MixtureShape shape = model.Shape;
        if (ThreadsForExperts(shape, rows, threads) is > 1 and int spread)
        {
            BlockSize whole = new(shape, rows);
            using Scratch memory = Scratch.Rent(ExpertsCall.Floats(whole, spread));
            PredictBlock(model, ref MemoryMarshal.GetReference(inputs), ref MemoryMarshal.GetReference(outputs), rows, whole, ref memory.Origin, spread);
            return;
        }
        int blockRows = shape.RowsSeeEachOther ? rows : Math.Min(shape.BlockRows, (int)(((uint)rows + (uint)threads - 1) / (uint)threads));
        int blocks = ((rows - 1) / blockRows) + 1;
        BlockSize size = new(shape, blockRows);
        int workers = Math.Min(threads, blocks);
        using Scratch scratch = Scratch.Rent(checked(workers * size.Floats));
        ref float source = ref MemoryMarshal.GetReference(inputs);
        ref float target = ref MemoryMarshal.GetReference(outputs);
        if (workers > 1)
        {
            PredictCall.Run(model, size, ref source, ref target, rows, blocks, workers, ref scratch.Origin);
            return;
        }
        for (int first = 0; first < rows; first += blockRows)
        {
            PredictBlock(
                model,
                ref Unsafe.Add(ref source, (nint)first * shape.Inputs),
                ref Unsafe.Add(ref target, (nint)first * shape.Outputs),
                Math.Min(blockRows, rows - first),
                size,
                ref scratch.Origin);
        }
    }

    /// <summary>Whether the experts of one row run on several threads, so that waking them pays.</summary>
    /// <param name="flops">Of a row.</param>
    /// <param name="topK">Experts of a row.</param>
    /// <param name="threads">Of the call.</param>
    public static bool SpreadsRow(long flops, int topK, int threads) => threads > 1 && topK > 1 && flops >= LeastFlopsToSpread;

    // For few rows: where each thread took some of them, each would read the weights of most experts. Each needs memory, so not more than there are cores.
    private static int ThreadsForExperts(MixtureShape shape, int rows, int threads) =>
        shape.RowsSeeEachOther || rows < (long)MostRowsToSpread * threads
            ? (int)Math.Min(Math.Min(threads, Environment.ProcessorCount), (long)rows * shape.TopK)
            : 1;

    /// <summary>A mixture that is an expert of another: rows x InputStride -> rows x OutputStride.</summary>
    public static void PredictNested(IMixtureKernels model, ref float inputs, ref float outputs, int rows) => PredictPadded(model, ref inputs, ref outputs, rows, threads: 1);

    /// <summary>A mixture inside a block: finite rows x InputStride -> rows x OutputStride, of which nothing behind the width is written.</summary>
    internal static void PredictPadded(IMixtureKernels model, ref float inputs, ref float outputs, int rows, int threads)
    {
        MixtureShape shape = model.Shape;
        if (rows == 1 && threads == 1)
        {
            model.PredictRow(MemoryMarshal.CreateReadOnlySpan(ref inputs, shape.Inputs), MemoryMarshal.CreateSpan(ref outputs, shape.Outputs));
            return;
        }
        ScratchAreas areas = default;
        int inputsAt = areas.Take(rows, shape.Inputs), outputsAt = areas.Take(rows, shape.Outputs);
        using Scratch scratch = Scratch.Rent(areas.Floats);
        Span<float> source = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref scratch.Origin, inputsAt), rows * shape.Inputs);
        Span<float> target = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref scratch.Origin, outputsAt), rows * shape.Outputs);
        for (int row = 0; row < rows; row++)
            MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref inputs, (nint)row * shape.InputStride), shape.Inputs).CopyTo(source[(row * shape.Inputs)..]);
        Predict(model, source, target, rows, threads);
        for (int row = 0; row < rows; row++)
            target.Slice(row * shape.Outputs, shape.Outputs).CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref outputs, (nint)row * shape.OutputStride), shape.Outputs));
    }

    /// <summary>One expert of such a mixture on every row, unweighted.</summary>
    internal static void PredictPaddedExpert(IMixtureKernels model, int expert, ref float inputs, ref float outputs, int rows)
    {
        MixtureShape shape = model.Shape;
        BlockSize size = new(shape, Math.Min(shape.ExpertRows, rows));
        using Scratch scratch = Scratch.Rent(size.Floats);
        for (int first = 0; first < rows; first += size.Rows)
        {
            model.RunExpert(
                expert,
                ref Unsafe.Add(ref inputs, (nint)first * shape.InputStride),
                ref Unsafe.Add(ref outputs, (nint)first * shape.OutputStride),
                Math.Min(size.Rows, rows - first),
                ref Unsafe.Add(ref scratch.Origin, size.Expert));
        }
    }

    /// <summary>Sequences of equal length, one after the other, whose rows see each other.</summary>
    /// <exception cref="ArgumentException">The rows are no whole sequences; nothing is written.</exception>
    public static void PredictSequences(IMixtureKernels model, ReadOnlySpan<float> inputs, Span<float> outputs, int rows, int length, int threads)
    {
        MixtureShape shape = model.Shape;
        RowSpans.DemandSequences(rows, length);
        if (model.Router is SlotRouter slots)
        {
            SlotPredictor.Predict(model, slots, inputs, outputs, rows, length, threads);
            return;
        }
        for (int first = 0; first < rows; first += length)
            Predict(model, inputs.Slice(first * shape.Inputs, length * shape.Inputs), outputs.Slice(first * shape.Outputs, length * shape.Outputs), length, threads);
    }

    /// <summary>One expert on rows x Inputs -> rows x Outputs, unweighted; a row with NaN or infinity gives NaN.</summary>
    /// <exception cref="ArgumentException">There is no such expert, or a span does not fit.</exception>
    public static void PredictExpert(IMixtureKernels model, int expert, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        MixtureShape shape = model.Shape;
        RowSpans.DemandExpert(expert, shape.Experts);
        int rows = RowSpans.Demand(inputs, shape.Inputs, outputs, shape.Outputs);
        if (rows == 0)
            return;
        BlockSize size = new(shape, Math.Min(shape.ExpertRows, rows));
        using Scratch scratch = Scratch.Rent(size.Floats);
        ref float gathered = ref Unsafe.Add(ref scratch.Origin, size.Gathered);
        ref float results = ref Unsafe.Add(ref scratch.Origin, size.Slots);
        Span<bool> isFinite = size.Rows <= MostOnStack ? stackalloc bool[size.Rows] : new bool[size.Rows];
        for (int first = 0; first < rows; first += size.Rows)
        {
            int count = Math.Min(size.Rows, rows - first);
            for (int row = 0; row < count; row++)
                isFinite[row] = RowRouter.CopyPadded(ref Row(inputs, first + row, shape.Inputs), ref Unsafe.Add(ref gathered, row * shape.InputStride), shape);
            model.RunExpert(expert, ref gathered, ref results, count, ref Unsafe.Add(ref scratch.Origin, size.Expert));
            for (int row = 0; row < count; row++)
            {
                Span<float> output = outputs.Slice((first + row) * shape.Outputs, shape.Outputs);
                MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref results, row * shape.OutputStride), shape.Outputs).CopyTo(output);
                if (!isFinite[row])
                    output.Fill(float.NaN);
            }
        }
    }

    // On more than one thread the experts are spread, and the scratch is as large as ExpertsCall says.
    internal static void PredictBlock(IMixtureKernels model, ref float inputs, ref float outputs, int rows, in BlockSize size, ref float scratch, int threads = 1)
    {
        MixtureShape shape = model.Shape;
        int topK = shape.TopK;
        int assignments = rows * topK;
        ref float weights = ref Unsafe.Add(ref scratch, size.Weights);
        Span<int> experts = BlockSize.Ints(ref scratch, size.Experts, assignments);
        Span<int> order = BlockSize.Ints(ref scratch, size.Order, assignments);
        Span<int> places = BlockSize.Ints(ref scratch, size.Places, assignments);
        Span<int> starts = BlockSize.Ints(ref scratch, size.Starts, shape.Groups + 1);
        RowRouter.Route(model, ref inputs, rows, ref MemoryMarshal.GetReference(experts), ref weights, ref Unsafe.Add(ref scratch, size.Expert));
        if (shape.PassesThrough)
            experts.Replace(RowGroups.Dropped, shape.Experts);
        for (int assignment = 0; assignment < experts.Length; assignment++)
        {
            if (float.IsNaN(Unsafe.Add(ref weights, assignment)))
                experts[assignment] = RowGroups.Dropped;
        }
        RowGroups.Sort(experts, starts, order, places);

        ref float slots = ref Unsafe.Add(ref scratch, size.Slots);
        if (threads > 1)
            ExpertsCall.Run(model, size, ref inputs, starts[..(shape.Experts + 1)], order, ref scratch, threads);
        else
            for (int expert = 0; expert < shape.Experts; expert++)
                for (int first = starts[expert], count; first < starts[expert + 1]; first += count)
                {
                    count = Math.Min(shape.ExpertRows, starts[expert + 1] - first);
                    RunExpert(model, expert, ref inputs, order.Slice(first, count), ref Unsafe.Add(ref slots, first * shape.OutputStride), size, ref Unsafe.Add(ref scratch, size.Gathered));
                }
        if (shape.PassesThrough)
            PassThrough(ref inputs, order[starts[shape.Experts]..starts[shape.Groups]], ref Unsafe.Add(ref slots, (nint)starts[shape.Experts] * shape.OutputStride), shape);
        for (int row = 0; row < rows; row++)
            CombineRow(ref slots, places.Slice(row * topK, topK), ref Unsafe.Add(ref weights, row * topK), ref Unsafe.Add(ref outputs, (nint)row * shape.Outputs), shape);
        if (shape.HasSharedExpert)
            AddShared(model, ref inputs, ref outputs, rows, size, ref scratch);
    }

    /// <summary>An expert on the rows of some assignments, in the memory of a worker.</summary>
    internal static void RunExpert(IMixtureKernels model, int expert, ref float inputs, ReadOnlySpan<int> assignments, ref float results, in BlockSize size, ref float memory)
    {
        Gather(ref inputs, assignments, ref memory, model.Shape);
        model.RunExpert(expert, ref memory, ref results, assignments.Length, ref Unsafe.Add(ref memory, size.Expert - size.Gathered));
    }

    // To a row that is not finite nothing is added: it is NaN already.
    private static void AddShared(IMixtureKernels model, ref float inputs, ref float outputs, int rows, in BlockSize size, ref float scratch)
    {
        MixtureShape shape = model.Shape;
        ref float gathered = ref Unsafe.Add(ref scratch, size.Gathered);
        ref float shared = ref Unsafe.Add(ref scratch, size.Shared);
        for (int first = 0, count; first < rows; first += count)
        {
            count = Math.Min(Math.Min(shape.ExpertRows, size.Rows), rows - first);
            for (int row = 0; row < count; row++)
                RowRouter.CopyPadded(ref Unsafe.Add(ref inputs, (nint)(first + row) * shape.Inputs), ref Unsafe.Add(ref gathered, (nint)row * shape.InputStride), shape);
            model.RunExpert(shape.SharedExpert, ref gathered, ref shared, count, ref Unsafe.Add(ref scratch, size.Expert));
            for (int row = 0; row < count; row++)
                Combine.Add(ref Unsafe.Add(ref shared, (nint)row * shape.OutputStride), ref Unsafe.Add(ref outputs, (nint)(first + row) * shape.Outputs), shape.Outputs);
        }
    }

    private static ref float Row(ReadOnlySpan<float> rows, int row, int width) =>
        ref MemoryMarshal.GetReference(rows.Slice(row * width, width));

    private static void Gather(ref float inputs, ReadOnlySpan<int> assignments, ref float gathered, MixtureShape shape)
    {
        AssignmentRows rows = new(shape.TopK);
        foreach (int assignment in assignments)
        {
            InputRow.Gather(ref Unsafe.Add(ref inputs, rows.Of(assignment) * shape.Inputs), ref gathered, shape);
            gathered = ref Unsafe.Add(ref gathered, shape.InputStride);
        }
    }

    internal static void CombineRow(ref float slots, ReadOnlySpan<int> places, ref float weights, ref float output, MixtureShape shape)
    {
        if (float.IsNaN(weights))
        {
            MemoryMarshal.CreateSpan(ref output, shape.Outputs).Fill(float.NaN);
            return;
        }
        bool isWhole = !shape.RowsSeeEachOther || !places.Contains(RowGroups.Dropped);
        if (isWhole)
            Combine.Row(ref slots, shape.OutputStride, places, ref weights, ref output, shape.Outputs);
        else
            Combine.Kept(ref slots, shape.OutputStride, places, ref weights, MemoryMarshal.CreateSpan(ref output, shape.Outputs));
        if (shape.MixesProbabilities)
            LogProbabilities.Forward(ref output, isWhole ? LogProbabilities.Total(ref weights, shape.TopK) : KeptTotal(places, ref weights), shape.Outputs);
    }

    private static float KeptTotal(ReadOnlySpan<int> places, ref float weights)
    {
        float total = 0;
        for (int slot = 0; slot < places.Length; slot++)
        {
            if (places[slot] != RowGroups.Dropped)
                total += Unsafe.Add(ref weights, slot);
        }
        return total;
    }

    // Where inputs pass through, a row of outputs is as wide as one of inputs.
    private static void PassThrough(ref float inputs, ReadOnlySpan<int> assignments, ref float slots, MixtureShape shape)
    {
        AssignmentRows rows = new(shape.TopK);
        foreach (int assignment in assignments)
        {
            InputRow.PassThrough(ref Unsafe.Add(ref inputs, rows.Of(assignment) * shape.Inputs), shape.Form, ref slots, shape);
            slots = ref Unsafe.Add(ref slots, shape.OutputStride);
        }
    }
}
