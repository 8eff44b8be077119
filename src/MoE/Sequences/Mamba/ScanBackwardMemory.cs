using System;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>What a thread needs for the way back through the scan: vectors of 16 channels for each row of a chunk.</summary>
internal readonly unsafe struct ScanBackwardMemory
{
    private const int Line = Padding.Block;

    // Time steps, gradients of y, slopes of gates, y, two sums, decays; h is one longer.
    private const int Vectors = 7;

    private readonly float* _origin;
    private readonly nint _vector;
    private readonly int _states;

    public ScanBackwardMemory(MambaMixer mixer, float* origin)
    {
        _origin = origin;
        _vector = mixer.ChunkRows * Line;
        _states = mixer.Shape.States;
    }

    public static int FloatsOf(MambaMixer mixer) => checked(
        ((((Vectors + 1) * mixer.ChunkRows) + 1) * Line) + (2 * mixer.Shape.States * mixer.ChunkRows * Line) + (mixer.Shape.States * MambaMixer.PartChannels));

    public float* Steps => _origin;

    public float* DY => _origin + _vector;

    public float* GateSlopes => _origin + (2 * _vector);

    public float* Y => _origin + (3 * _vector);

    /// <summary>The sum over the states of the gradient of h times B.</summary>
    public float* Inputs => _origin + (4 * _vector);

    /// <summary>The sum over the states of what the decays say of the time step.</summary>
    public float* Decayed => _origin + (5 * _vector);

    public float* Factors => _origin + (6 * _vector);

    /// <summary>h before the chunk and after each of its rows.</summary>
    public float* H => _origin + (7 * _vector);

    /// <summary>16 lanes of the gradient of a state's B for each row of a chunk.</summary>
    public float* B(int state) => _origin + ((Vectors + 1) * _vector) + Line + (state * _vector);

    /// <summary>16 lanes of the gradient of a state's C.</summary>
    public float* C(int state) => B(_states + state);

    /// <summary>The gradient of h that comes back from later rows, [states x channels of a part].</summary>
    public float* Carry => B(2 * _states);

    public void ClearLanes() => new Span<float>(B(0), checked((int)(2 * _states * _vector))).Clear();

    public void ClearCarry() => new Span<float>(Carry, _states * MambaMixer.PartChannels).Clear();
}
