using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>What a Mamba block keeps for the way back: what in_proj, x_proj and the scan wrote, and h before each chunk of rows.</summary>
internal readonly unsafe struct MambaSaved
{
    private readonly MambaMixer _mixer;
    private readonly int _length;
    private readonly int _inner;
    private readonly int _selection;
    private readonly int _gated;
    private readonly int _states;

    public MambaSaved(MambaMixer mixer, int sequences, int length)
    {
        (_mixer, _length) = (mixer, length);
        ScratchAreas areas = default;
        // Sequences are taken in blocks, and each may touch three rows behind its last.
        int touched = checked((sequences * length) + 3);
        _inner = areas.Take(touched, mixer.InProjection.Shape.OutputStride);
        _selection = areas.Take(touched, mixer.XProjection.Shape.OutputStride);
        _gated = areas.Take(touched, mixer.OutProjection.Shape.InputStride);
        _states = areas.Take(checked(sequences * Chunks), mixer.StatesFloats);
        Floats = areas.Floats;
    }

    public int Floats { get; }

    private int Chunks => (_length + _mixer.ChunkRows - 1) / _mixer.ChunkRows;

    /// <summary>Some sequences, with working memory for what is not kept.</summary>
    public MambaRows Rows(float* parameters, float* saved, float* u, float* delta, int firstSequence, int sequences)
    {
        nint row = (nint)firstSequence * _length;
        return new(
            parameters,
            saved + _inner + (row * _mixer.InProjection.Shape.OutputStride),
            u,
            saved + _selection + (row * _mixer.XProjection.Shape.OutputStride),
            delta,
            saved + _gated + (row * _mixer.OutProjection.Shape.InputStride),
            sequences,
            _length);
    }

    /// <summary>h before the chunks, from a sequence on.</summary>
    public float* States(float* saved, int firstSequence) => saved + _states + ((nint)firstSequence * Chunks * _mixer.StatesFloats);
}
