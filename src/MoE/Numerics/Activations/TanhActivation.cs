using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace MoE.Numerics;

/// <summary><see cref="Activation.Tanh"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TanhActivation : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Forward<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes> =>
        VectorMath.Tanh(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Derivative<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes t = VectorMath.Tanh(x);
        return TLanes.MultiplyAdd(-t, t, TLanes.Create(1f));
    }
}
