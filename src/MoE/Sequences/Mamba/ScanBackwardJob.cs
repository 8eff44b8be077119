using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>
/// The way back through the scan, a group of channels to a part: sequence after sequence, its chunks from the last to the first.
/// h is made again within a chunk. What a group's channels say of B and C is added up in 16 lanes, channel c in lane c mod 16, and
/// kept for <see cref="SelectionGradientJob"/>.
/// </summary>
internal readonly unsafe struct ScanBackwardJob(MambaMixer mixer, MambaRows rows, MambaBackwardAreas areas, float* origin, float* saved, float* gradients) : IParallelJob
{
    public void Run(int part, int worker)
    {
        if (Avx512F.IsSupported)
            Run<Lanes512>(part, worker);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Run<Lanes256>(part, worker);
        else
            Run<Lanes128>(part, worker);
    }

    private void Run<TLanes>(int part, int worker)
        where TLanes : struct, ILanes<TLanes>
    {
        ScanBackwardMemory memory = new(mixer, origin + areas.Workers + ((nint)worker * areas.WorkerFloats));
        int first = part * MambaMixer.PartChannels, end = mixer.EndOfPart(first);
        float* decays = origin + areas.Decays;
        mixer.MakeDecays<TLanes>(rows.Parameters, decays, first, end);
        mixer.ClearStates(gradients + mixer.StateLogarithms, first, end);
        new Span<float>(gradients + mixer.Skip + first, end - first).Clear();

        int chunks = (rows.Length + mixer.ChunkRows - 1) / mixer.ChunkRows;
        for (int sequence = 0; sequence < rows.Sequences; sequence++)
        {
            memory.ClearCarry();
            for (int chunk = chunks - 1; chunk >= 0; chunk--)
            {
                int step = chunk * mixer.ChunkRows, count = Math.Min(mixer.ChunkRows, rows.Length - step), row = (sequence * rows.Length) + step;
                float* states = saved + ((nint)((sequence * chunks) + chunk) * mixer.StatesFloats);
                memory.ClearLanes();
                for (int channel = first; channel < end; channel += TLanes.Count)
                    RunChunk<TLanes>(new ScanBackwardTile(mixer, rows, memory, origin + areas.DGated, origin + areas.DInner, row, count, channel), states, decays, channel);
                AddLanes(memory, part, row, count);
            }
        }
        ScaleDecays<TLanes>(decays, first, end);
    }

    private void RunChunk<TLanes>(in ScanBackwardTile tile, float* states, float* decays, int channel)
        where TLanes : struct, ILanes<TLanes>
    {
        tile.Prepare<TLanes>();
        for (int state = 0; state < mixer.Shape.States; state++)
        {
            nint at = ((nint)state * mixer.Shape.PaddedInner) + channel;
            tile.Remake<TLanes>(ref *(states + at), ref *(decays + at), state);
            tile.GoBack<TLanes>(ref *(decays + at), ref *(gradients + mixer.StateLogarithms + at), state);
        }
        tile.Finish<TLanes>(ref *(rows.Parameters + mixer.Skip + channel), ref *(gradients + mixer.Skip + channel));
    }

    // The tree of all sums: lanes l and l + 8, then l + 4, then l + 2, then the last two.
    private void AddLanes(in ScanBackwardMemory memory, int part, int row, int count)
    {
        int sums = 2 * mixer.Shape.States;
        for (int sum = 0; sum < sums; sum++)
        {
            float* lanes = memory.B(sum);
            float* target = origin + areas.Partials + ((nint)((part * sums) + sum) * areas.PartialStride) + row;
            // What is written behind a sequence's end is overwritten by the next one's rows.
            for (int step = 0; step < count; step += 4)
            {
                LaneTree.Sum(Four(lanes), Four(lanes + 16), Four(lanes + 32), Four(lanes + 48)).Store(target + step);
                lanes += 64;
            }
        }
    }

    private static Vector128<float> Four(float* lanes) =>
        (Vector128.Load(lanes) + Vector128.Load(lanes + 8)) + (Vector128.Load(lanes + 4) + Vector128.Load(lanes + 12));

    // A = -exp(A_log), so the gradient of A_log is A times that of A.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ScaleDecays<TLanes>(float* decays, int first, int end)
        where TLanes : struct, ILanes<TLanes>
    {
        ref float gradient = ref *(gradients + mixer.StateLogarithms);
        for (int state = 0; state < mixer.Shape.States; state++)
            for (int channel = first; channel < end; channel += TLanes.Count)
            {
                nint at = ((nint)state * mixer.Shape.PaddedInner) + channel;
                (TLanes.Load(ref gradient, at) * TLanes.Load(ref *decays, at)).Store(ref gradient, at);
            }
    }
}
