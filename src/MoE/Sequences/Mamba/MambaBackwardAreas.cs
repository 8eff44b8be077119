using MoE.Experts;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>Working memory of training: where its areas begin.</summary>
internal readonly struct MambaBackwardAreas
{
    public MambaBackwardAreas(MambaMixer mixer, int sequences, int length, int threads)
    {
        ScratchAreas areas = default;
        int rows = checked(sequences * length), touched = KernelRows.Touched(rows), states = mixer.Shape.States;
        U = areas.Take(touched, mixer.InnerStride);
        DU = areas.Take(touched, mixer.InnerStride);
        Delta = areas.Take(touched, mixer.TimeStep.Shape.OutputStride);
        DGated = areas.Take(touched, mixer.OutProjection.Shape.InputStride);
        DSelection = areas.Take(touched, mixer.XProjection.Shape.OutputStride);
        DInner = areas.Take(touched, mixer.InProjection.Shape.OutputStride);
        // A vector of rows is read or written at a time.
        PartialStride = checked(Padding.Of(rows) + Padding.Block);
        Partials = areas.Take(checked(mixer.PartsOfChannels * 2 * states), PartialStride);
        Decays = areas.Take(mixer.StatesFloats);
        States = areas.Take(mixer.StatesFloats);
        History = areas.Take(mixer.Shape.Taps, mixer.Shape.PaddedInner);
        Turned = areas.Take(mixer.TurnedFloats);
        WorkerFloats = ScanBackwardMemory.FloatsOf(mixer);
        Workers = areas.Take(threads, WorkerFloats);
        Floats = areas.Floats;
    }

    public int U { get; }

    /// <summary>The gradient of u that came through x_proj.</summary>
    public int DU { get; }

    public int Delta { get; }

    /// <summary>The gradient of what out_proj read; the scan makes of it that of u.</summary>
    public int DGated { get; }

    public int DSelection { get; }

    public int DInner { get; }

    /// <summary>[parts x (B and C of each state) x rows]: what the channels of a part add to the gradients of B and C.</summary>
    public int Partials { get; }

    public int PartialStride { get; }

    public int Decays { get; }

    public int States { get; }

    public int History { get; }

    public int Turned { get; }

    public int Workers { get; }

    public int WorkerFloats { get; }

    public int Floats { get; }
}
