using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace MoE.Numerics;

/// <summary><see cref="Activation.GeluTanh"/>, as x * sigmoid(2 u): the same function without the cancellation of 1 + tanh(u).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GeluTanhActivation : IActivation
{
    // 2 sqrt(2 / pi), and that times 0.044715.
    private const float Linear = 1.59576912f;
    private const float Cubic = 0.0713548163f;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Forward<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes slope = TLanes.MultiplyAdd(x * x, TLanes.Create(Cubic), TLanes.Create(Linear));
        return x / (TLanes.Create(1f) + VectorMath.Exp(-(x * slope)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Derivative<TLanes>(TLanes x, out TLanes value)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes square = x * x;
        TLanes onePlus = TLanes.Create(1f) + VectorMath.Exp(-(x * TLanes.MultiplyAdd(square, TLanes.Create(Cubic), TLanes.Create(Linear))));
        TLanes s = TLanes.Create(1f) / onePlus;
        TLanes slope = TLanes.MultiplyAdd(square, TLanes.Create(3f * Cubic), TLanes.Create(Linear));
        value = x / onePlus;
        return TLanes.MultiplyAdd(value * (TLanes.Create(1f) - s), slope, s);
    }
}
