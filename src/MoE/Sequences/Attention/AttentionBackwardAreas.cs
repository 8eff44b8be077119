using MoE.Experts;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>Working memory of training: where its areas begin.</summary>
internal readonly struct AttentionBackwardAreas
{
    public AttentionBackwardAreas(AttentionMixer mixer, int sequences, int length, int threads)
    {
        ScratchAreas areas = default;
        int touched = KernelRows.Touched(checked(sequences * length));
        DMixed = areas.Take(touched, mixer.Output.Shape.InputStride);
        DQueries = areas.Take(touched, mixer.Query.Shape.OutputStride);
        DKeys = areas.Take(touched, mixer.Key.Shape.OutputStride);
        DValues = areas.Take(touched, mixer.Value.Shape.OutputStride);
        DInputs = areas.Take(touched, mixer.Query.Shape.InputStride);
        Turned = areas.Take(mixer.TurnedFloats);
        Worker = AttentionAreas.OfTraining(mixer, length);
        Workers = areas.Take(threads, Worker.Floats);
        Floats = areas.Floats;
    }

    /// <summary>The gradient of what o_proj read.</summary>
    public int DMixed { get; }

    public int DQueries { get; }

    public int DKeys { get; }

    public int DValues { get; }

    /// <summary>What one of three layers adds to the gradient of x.</summary>
    public int DInputs { get; }

    public int Turned { get; }

    public int Workers { get; }

    public AttentionAreas Worker { get; }

    public int Floats { get; }
}
