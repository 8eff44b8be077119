using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>The gradients of B and C: what the groups of channels say, added up group after group. A part is one column; one more clears the padding.</summary>
internal readonly unsafe struct SelectionGradientJob(MambaMixer mixer, float* partials, int stride, int groups, float* dSelection, int rows) : IParallelJob
{
    public static int CountOf(MambaMixer mixer) => (2 * mixer.Shape.States) + 1;

    public void Run(int part, int worker)
    {
        if (part == 2 * mixer.Shape.States)
            ClearPadding();
        else if (Avx512F.IsSupported)
            Run<Lanes512>(part);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Run<Lanes256>(part);
        else
            Run<Lanes128>(part);
    }

    private void Run<TLanes>(int column)
        where TLanes : struct, ILanes<TLanes>
    {
        float* sums = partials + ((nint)column * stride);
        Add<TLanes>(ref *sums);
        float* target = dSelection + mixer.Shape.Rank + column;
        for (nint row = 0; row < rows; row++)
            target[row * mixer.XProjection.Shape.OutputStride] = sums[row];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Add<TLanes>(ref float sums)
        where TLanes : struct, ILanes<TLanes>
    {
        nint group = 2 * mixer.Shape.States * (nint)stride;
        for (nint row = 0; row < rows; row += TLanes.Count)
        {
            TLanes sum = TLanes.Load(ref sums, row);
            for (int index = 1; index < groups; index++)
                sum += TLanes.Load(ref sums, (index * group) + row);
            sum.Store(ref sums, row);
        }
    }

    private void ClearPadding()
    {
        int width = mixer.Shape.Rank + (2 * mixer.Shape.States), selectionStride = mixer.XProjection.Shape.OutputStride;
        for (int row = 0; row < rows; row++)
            new Span<float>(dSelection + ((nint)row * selectionStride) + width, selectionStride - width).Clear();
    }
}
