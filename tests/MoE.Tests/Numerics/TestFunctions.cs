using System;
using MoE.Numerics;

namespace MoE.Tests;

/// <summary>The elementary functions in the shape of activations, so that the passes can run them over a sweep.</summary>
internal readonly struct ExpFunction : IActivation
{
    public static TLanes Forward<TLanes>(TLanes x) where TLanes : struct, ILanes<TLanes> => VectorMath.Exp(x);

    public static TLanes Derivative<TLanes>(TLanes x, out TLanes value) where TLanes : struct, ILanes<TLanes> => throw new NotSupportedException();
}

internal readonly struct LogFunction : IActivation
{
    public static TLanes Forward<TLanes>(TLanes x) where TLanes : struct, ILanes<TLanes> => VectorMath.Log(x);

    public static TLanes Derivative<TLanes>(TLanes x, out TLanes value) where TLanes : struct, ILanes<TLanes> => throw new NotSupportedException();
}

internal readonly struct NormalFunction : IActivation
{
    public static TLanes Forward<TLanes>(TLanes x) where TLanes : struct, ILanes<TLanes> => VectorMath.Normal(x, out _);

    public static TLanes Derivative<TLanes>(TLanes x, out TLanes value) where TLanes : struct, ILanes<TLanes> => throw new NotSupportedException();
}

internal readonly struct SoftplusFunction : IActivation
{
    public static TLanes Forward<TLanes>(TLanes x) where TLanes : struct, ILanes<TLanes> => VectorMath.Softplus(x);

    public static TLanes Derivative<TLanes>(TLanes x, out TLanes value) where TLanes : struct, ILanes<TLanes> => throw new NotSupportedException();
}
