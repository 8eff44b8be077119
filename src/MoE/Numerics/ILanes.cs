using System.ComponentModel;

namespace MoE.Numerics;

/// <summary>
/// A float vector of one hardware width. What is written against it gives the same bits on every width,
/// because each lane only ever sees its own column and every operation rounds once, as IEEE 754 says.
/// </summary>
/// <remarks>
/// Every member is inlined, and the JIT has a budget of inlining per method: a loop written against lanes is
/// a method of its own, marked NoInlining, or calls remain where a few instructions should be (10 times slower).
/// </remarks>
/// <typeparam name="TSelf">The vector.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>Lanes of the vector: 16, 8 or 4.</summary>
    static abstract int Count { get; }

    /// <summary>0, 1, 2, ... in lane order.</summary>
    static abstract TSelf Indices { get; }

    /// <summary>The value in every lane.</summary>
    static abstract TSelf Create(float value);

    /// <summary>Reads <see cref="Count"/> floats from <paramref name="offset"/> floats after <paramref name="source"/>.</summary>
    static abstract TSelf Load(ref float source, nint offset);

    /// <summary>Writes <see cref="Count"/> floats at <paramref name="offset"/> floats after <paramref name="target"/>.</summary>
    void Store(ref float target, nint offset);

    /// <summary><paramref name="left"/> + <paramref name="right"/>.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary><paramref name="left"/> - <paramref name="right"/>.</summary>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary><paramref name="left"/> * <paramref name="right"/>.</summary>
    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary><paramref name="left"/> / <paramref name="right"/>.</summary>
    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>The value with its sign turned.</summary>
    static abstract TSelf operator -(TSelf value);

    /// <summary>
    /// <paramref name="left"/> * <paramref name="right"/> + <paramref name="addend"/> with one rounding
    /// (two on the portable leg of a machine without fused multiply-add).
    /// </summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>The larger value; a NaN in <paramref name="right"/> is kept, one in <paramref name="left"/> may be lost.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>The smaller value; a NaN in <paramref name="right"/> is kept, one in <paramref name="left"/> may be lost.</summary>
    static abstract TSelf Min(TSelf left, TSelf right);

    /// <summary>The value without its sign.</summary>
    static abstract TSelf Abs(TSelf value);

    /// <summary>The square root, correctly rounded.</summary>
    static abstract TSelf Sqrt(TSelf value);

    /// <summary>Per lane <c>left &lt; right ? ifLess : otherwise</c>; NaN compares false.</summary>
    static abstract TSelf SelectLess(TSelf left, TSelf right, TSelf ifLess, TSelf otherwise);

    /// <summary>Whether left = right in every lane; NaN equals nothing.</summary>
    static abstract bool AllEqual(TSelf left, TSelf right);

    /// <summary>
    /// <c>value * 2^n</c> by adding to the exponent, where <paramref name="biased"/> is
    /// <see cref="VectorMath.RoundingBias"/> + n; value and result must be normal numbers.
    /// </summary>
    static abstract TSelf Scale(TSelf value, TSelf biased);

    /// <summary>Splits a positive normal number into <c>mantissa * 2^exponent</c> with the mantissa in [2/3, 4/3).</summary>
    static abstract TSelf Exponent(TSelf value, out TSelf mantissa);

    /// <summary>Lanes <c>4 * index</c> to <c>4 * index + 3</c>.</summary>
    static abstract Lanes128 Quarter(TSelf value, int index);
}
