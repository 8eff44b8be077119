using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Routing;

namespace MoE.Experts;

/// <summary>Where the parts of a block's working memory lie, in floats from its origin; each begins on a cache line.</summary>
internal readonly struct BlockSize
{
    public BlockSize(MixtureShape shape, int rows)
    {
        Rows = rows;
        int assignments = checked(rows * shape.TopK);
        int next = 0;
        Weights = Take(assignments);
        Experts = Take(assignments);
        Order = Take(assignments);
        Places = Take(assignments);
        Starts = Take(shape.Experts + 1);
        // Kernels work on groups of four rows and may write up to three rows behind the last one.
        Slots = Take(checked((assignments + 3) * shape.OutputStride));
        int expertRows = (Math.Min(assignments, shape.ExpertRows) + 3) & ~3;
        Gathered = Take(checked(expertRows * shape.InputStride));
        // The rows are routed before any expert runs: both use the same memory.
        Expert = Take(Math.Max(RowRouter.ScratchFloats(shape, rows), checked(expertRows * shape.ScratchStride)));
        Floats = next;

        int Take(int floats)
        {
            int at = next;
            next = checked(next + ((floats + 15) & ~15));
            return at;
        }
    }

    public int Rows { get; }

    public int Weights { get; }

    public int Experts { get; }

    public int Order { get; }

    public int Places { get; }

    public int Starts { get; }

    public int Slots { get; }

    public int Gathered { get; }

    public int Expert { get; }

    public int Floats { get; }

    public static Span<int> Ints(ref float scratch, int at, int count) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<float, int>(ref Unsafe.Add(ref scratch, at)), count);
}
