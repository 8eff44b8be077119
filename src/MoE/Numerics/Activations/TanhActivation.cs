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
    public static TLanes Derivative<TLanes>(TLanes x, out TLanes value)
        where TLanes : struct, ILanes<TLanes>
    {
        value = VectorMath.Tanh(x);
        return TLanes.MultiplyAdd(-value, value, TLanes.Create(1f));
    }
}
