using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Numerics;
using MoE.Routing;

namespace MoE.Experts;

/// <summary>Where the parts of a block's working memory lie, in floats from its origin; each begins on a cache line.</summary>
internal readonly struct BlockSize
{
    public BlockSize(MixtureShape shape, int rows)
    {
        Rows = rows;
        int assignments = checked(rows * shape.TopK);
        ScratchAreas areas = default;
        Weights = areas.Take(assignments);
        Experts = areas.Take(assignments);
        Order = areas.Take(assignments);
        Places = areas.Take(assignments);
        Starts = areas.Take(shape.Groups + 1);
        Slots = areas.Take(checked(assignments + 3), shape.OutputStride);
        Shared = areas.Take(shape.HasSharedExpert ? KernelRows.Touched(Math.Min(rows, shape.ExpertRows)) : 0, shape.OutputStride);
        int expertRows = KernelRows.Touched(Math.Min(assignments, shape.ExpertRows));
        Gathered = areas.Take(expertRows, shape.InputStride);
        // The rows are routed before any expert runs: both use the same memory.
        Expert = areas.Take(Math.Max(RowRouter.ScratchFloats(shape, rows), checked(expertRows * shape.ScratchStride)));
        Floats = areas.Floats;
        WorkerFloats = Floats - Gathered;
        ResultFloats = checked(expertRows * shape.OutputStride);
    }

    public int Rows { get; }

    public int Weights { get; }

    public int Experts { get; }

    public int Order { get; }

    public int Places { get; }

    public int Starts { get; }

    public int Slots { get; }

    /// <summary>What the shared expert says of some rows.</summary>
    public int Shared { get; }

    public int Gathered { get; }

    public int Expert { get; }

    public int Floats { get; }

    /// <summary>What an expert works with: the rows gathered for it and its scratch, which lie last.</summary>
    public int WorkerFloats { get; }

    /// <summary>What an expert says of as many rows as it takes at once, with those that kernels touch behind them.</summary>
    public int ResultFloats { get; }

    public static Span<int> Ints(ref float scratch, int at, int count) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<float, int>(ref Unsafe.Add(ref scratch, at)), count);
}
