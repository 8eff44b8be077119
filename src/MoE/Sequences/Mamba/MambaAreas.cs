using MoE.Experts;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>Where what a block of rows becomes lies in working memory.</summary>
internal readonly unsafe struct MambaAreas
{
    private readonly int _inner;
    private readonly int _u;
    private readonly int _selection;
    private readonly int _delta;
    private readonly int _gated;

    public MambaAreas(MambaMixer mixer, int rows)
    {
        ScratchAreas areas = default;
        int touched = KernelRows.Touched(rows);
        _inner = areas.Take(touched, mixer.InProjection.Shape.OutputStride);
        _u = areas.Take(touched, mixer.InnerStride);
        _selection = areas.Take(touched, mixer.XProjection.Shape.OutputStride);
        _delta = areas.Take(touched, mixer.TimeStep.Shape.OutputStride);
        _gated = areas.Take(touched, mixer.OutProjection.Shape.InputStride);
        Decays = areas.Take(mixer.StatesFloats);
        Floats = areas.Floats;
    }

    /// <summary>A.</summary>
    public int Decays { get; }

    /// <summary>All of it.</summary>
    public int Floats { get; }

    public MambaRows Rows(float* parameters, float* origin, int sequences, int length) =>
        new(parameters, origin + _inner, origin + _u, origin + _selection, origin + _delta, origin + _gated, sequences, length);
}
