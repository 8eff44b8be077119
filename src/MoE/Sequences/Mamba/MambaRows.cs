namespace MoE.Sequences;

/// <summary>Sequences of one length on their way through a block, and where what is made of their rows lies.</summary>
/// <param name="parameters">The block's.</param>
/// <param name="inner">What in_proj wrote: the channels and their gates.</param>
/// <param name="u">The channels behind the convolution.</param>
/// <param name="selection">What x_proj wrote: the inputs of dt_proj, B and C.</param>
/// <param name="delta">What dt_proj wrote; the scan makes time steps of it.</param>
/// <param name="gated">What out_proj reads.</param>
/// <param name="sequences">How many, one after the other.</param>
/// <param name="length">Rows of each.</param>
internal readonly unsafe struct MambaRows(float* parameters, float* inner, float* u, float* selection, float* delta, float* gated, int sequences, int length)
{
    public readonly float* Parameters = parameters;
    public readonly float* Inner = inner;
    public readonly float* U = u;
    public readonly float* Selection = selection;
    public readonly float* Delta = delta;
    public readonly float* Gated = gated;
    public readonly int Sequences = sequences;
    public readonly int Length = length;

    /// <summary>Rows of all.</summary>
    public int Count => Sequences * Length;
}
