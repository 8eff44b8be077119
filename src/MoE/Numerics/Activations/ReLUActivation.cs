using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace MoE.Numerics;

/// <summary><see cref="Activation.ReLU"/>: a NaN stays one; the derivative at 0 is 0.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ReLUActivation : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Forward<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes> =>
        TLanes.SelectLess(x, TLanes.Create(0f), TLanes.Create(0f), x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Derivative<TLanes>(TLanes x, out TLanes value)
        where TLanes : struct, ILanes<TLanes>
    {
        value = Forward(x);
        return TLanes.SelectLess(TLanes.Create(0f), x, TLanes.Create(1f), TLanes.Create(0f));
    }
}
