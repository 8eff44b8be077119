using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MoE.Numerics;

/// <summary>The functions of <see cref="VectorMath"/> for a handful of numbers, with the same bits.</summary>
/// <remarks>Not inlined: dozens of small calls would eat the caller's inlining budget.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ScalarMath
{
    /// <summary><c>e^x</c>, see <see cref="VectorMath.Exp"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static float Exp(float x) => VectorMath.Exp(Lanes128.Create(x)).Value.ToScalar();

    /// <summary>The natural logarithm, see <see cref="VectorMath.Log"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static float Log(float x) => VectorMath.Log(Lanes128.Create(x)).Value.ToScalar();

    /// <summary>The standard normal distribution at x and its density, see <see cref="VectorMath.Normal"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static float Normal(float x, out float density)
    {
        float distribution = VectorMath.Normal(Lanes128.Create(x), out Lanes128 slope).Value.ToScalar();
        density = slope.Value.ToScalar();
        return distribution;
    }
}
