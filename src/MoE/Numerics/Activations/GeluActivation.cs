using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace MoE.Numerics;

/// <summary><see cref="Activation.Gelu"/>: x times the normal distribution at x.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GeluActivation : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Forward<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes> =>
        x * VectorMath.Normal(x, out _);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Derivative<TLanes>(TLanes x, out TLanes value)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes distribution = VectorMath.Normal(x, out TLanes density);
        value = x * distribution;
        return TLanes.MultiplyAdd(x, density, distribution);
    }
}
