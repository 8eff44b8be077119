using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace MoE.Numerics;

/// <summary><see cref="Activation.SiLU"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SiLUActivation : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Forward<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes> =>
        x / (TLanes.Create(1f) + VectorMath.Exp(-x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Derivative<TLanes>(TLanes x, out TLanes value)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes onePlus = TLanes.Create(1f) + VectorMath.Exp(-x);
        TLanes s = TLanes.Create(1f) / onePlus;
        value = x / onePlus;
        return TLanes.MultiplyAdd(value, TLanes.Create(1f) - s, s);
    }
}
