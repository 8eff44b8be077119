using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using MoE.Layers;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>
/// The selective scan: h = exp(delta A) h + (delta u) B, y = (h C + D u) silu(g), with delta = softplus of what is there. A part is
/// a group of channels, for no channel sees another. A row's states are added up in their order.
/// </summary>
/// <param name="mixer">The block.</param>
/// <param name="rows">The sequences.</param>
/// <param name="decays">Room for A, [states x padded channels].</param>
/// <param name="states">h, [states x padded channels].</param>
/// <param name="saved">Where every sequence begins with zeros: receives h before each chunk of rows. Null: one sequence that goes on from h.</param>
internal readonly unsafe struct ScanJob(MambaMixer mixer, MambaRows rows, float* decays, float* states, float* saved) : IParallelJob
{
    public void Run(int part, int worker)
    {
        int first = part * MambaMixer.PartChannels;
        if (Avx512F.IsSupported)
            Run<Lanes512>(first);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Run<Lanes256>(first);
        else
            Run<Lanes128>(first);
    }

    private void Run<TLanes>(int first)
        where TLanes : struct, ILanes<TLanes>
    {
        int end = mixer.EndOfPart(first);
        mixer.MakeDecays<TLanes>(rows.Parameters, decays, first, end);
        int chunk = 0;
        for (int sequence = 0; sequence < rows.Sequences; sequence++)
        {
            if (saved is not null)
                mixer.ClearStates(states, first, end);
            for (int step = 0; step < rows.Length; step += mixer.ChunkRows, chunk++)
            {
                if (saved is not null)
                    mixer.CopyStates(states, saved + ((nint)chunk * mixer.StatesFloats), first, end);
                for (int channel = first; channel < end; channel += TLanes.Count)
                    RunChunk<TLanes>(new ScanTile(mixer, rows, (sequence * rows.Length) + step, Math.Min(mixer.ChunkRows, rows.Length - step), channel), channel);
            }
        }
    }

    private void RunChunk<TLanes>(in ScanTile tile, int channel)
        where TLanes : struct, ILanes<TLanes>
    {
        tile.MakeSteps<TLanes>();
        int state = 0;
        for (; state < mixer.Shape.States - 1; state += 2)
            tile.Scan<TLanes, DoubleWidth>(states + channel, decays + channel, state);
        if (state < mixer.Shape.States)
            tile.Scan<TLanes, SingleWidth>(states + channel, decays + channel, state);
        tile.Gate<TLanes>(ref *(rows.Parameters + mixer.Skip));
    }
}
