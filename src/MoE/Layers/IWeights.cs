using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MoE.Numerics;

namespace MoE.Layers;

/// <summary>How weights lie, for kernels on 128 bits.</summary>
internal interface IWeights
{
    /// <summary>Four weights from the one of a number on.</summary>
    static abstract Vector128<float> Load(ref float weights, nint index);
}

/// <summary>As floats.</summary>
internal readonly struct Float32Weights : IWeights
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load(ref float weights, nint index) => Vector128.LoadUnsafe(ref Unsafe.Add(ref weights, index));
}

/// <summary>As upper halves of floats.</summary>
internal readonly struct BFloat16Weights : IWeights
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load(ref float weights, nint index) => WideBFloat16.Load128(ref Unsafe.As<float, ushort>(ref weights), index);
}
