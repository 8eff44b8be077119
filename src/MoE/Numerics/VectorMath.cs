using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace MoE.Numerics;

/// <summary>
/// Elementary functions as our own polynomials in one fixed order of fused multiply-adds, so that every
/// vector width and every machine gives the same bits; nothing comes from a C library.
/// Coefficients without a source are minimax fits (Remez exchange in 40 digits) made for this file.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VectorMath
{
    /// <summary>1.5 * 2^23: added to a number below 2^22 in size it rounds it to the nearest integer, ties to even.</summary>
    internal const float RoundingBias = 12582912f;

    internal const int ExponentBits = unchecked((int)0xFF800000);
    internal const int TwoThirdsBits = 0x3F2AAAAB;

    // ln 2 in two parts: the first has few enough bits that n * High is exact.
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;
    private const float SmallestNormal = 1.17549435e-38f;

    /// <summary>
    /// <c>e^x</c> within 1 ulp (1.1 without fused multiply-add): +infinity above 88.72283, 0 below -87.33654 (where the result would be
    /// subnormal), NaN for NaN.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Exp<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>
    {
        // e^x = 2^n e^r with |r| <= ln(2) / 2; e^r = 1 + r + r^2 q(r).
        TLanes biased = TLanes.MultiplyAdd(x, TLanes.Create(1.44269504f), TLanes.Create(RoundingBias));
        TLanes n = biased - TLanes.Create(RoundingBias);
        TLanes r = TLanes.MultiplyAdd(n, TLanes.Create(-Ln2High), x);
        r = TLanes.MultiplyAdd(n, TLanes.Create(-Ln2Low), r);
        TLanes q = TLanes.Create(0.00138145534f);
        q = TLanes.MultiplyAdd(q, r, TLanes.Create(0.00836874451f));
        q = TLanes.MultiplyAdd(q, r, TLanes.Create(0.041668389f));
        q = TLanes.MultiplyAdd(q, r, TLanes.Create(0.166665211f));
        q = TLanes.MultiplyAdd(q, r, TLanes.Create(0.49999994f));
        q = TLanes.MultiplyAdd(q, r, TLanes.Create(1f));
        q = TLanes.MultiplyAdd(q, r, TLanes.Create(1f));
        TLanes scaled = TLanes.Scale(q, biased);
        // Not below the upper bound means overflow or NaN, and x + infinity is right for both.
        TLanes bounded = TLanes.SelectLess(x, TLanes.Create(88.722839f), scaled, x + TLanes.Create(float.PositiveInfinity));
        return TLanes.SelectLess(x, TLanes.Create(-87.336544f), TLanes.Create(0f), bounded);
    }

    /// <summary>
    /// The natural logarithm within 1 ulp (1.1 without fused multiply-add): -infinity for 0, NaN below 0 and for NaN, +infinity for +infinity;
    /// subnormal numbers count as 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Log<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>
    {
        // x = m 2^e with m in [2/3, 4/3).
        TLanes e = TLanes.Exponent(x, out TLanes m);
        TLanes fraction = LogOnePlus(m - TLanes.Create(1f));
        TLanes result = TLanes.MultiplyAdd(e, TLanes.Create(0.693147182f), fraction);
        TLanes infinity = TLanes.Create(float.PositiveInfinity);
        result = TLanes.SelectLess(x, infinity, result, x);
        result = TLanes.SelectLess(x, TLanes.Create(SmallestNormal), -infinity, result);
        return TLanes.SelectLess(x, TLanes.Create(0f), TLanes.Create(float.NaN), result);
    }

    /// <summary>
    /// <c>ln(1 + e^x)</c> within 2.5 ulp, in both tails too; 0 where e^x would be subnormal, NaN for NaN.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Softplus<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>
    {
        // max(x, 0) + ln(1 + s) with s = e^-|x|. From 1/3 on 1 + s is halved, and (1 + s) / 2 = 1 + (s - 1) / 2: s is not rounded away.
        TLanes one = TLanes.Create(1f), zero = TLanes.Create(0f), third = TLanes.Create(1f / 3);
        TLanes s = Exp(-TLanes.Abs(x));
        TLanes d = TLanes.SelectLess(s, third, s, (s - one) * TLanes.Create(0.5f));
        TLanes ln2 = TLanes.SelectLess(s, third, zero, TLanes.Create(0.693147182f));
        return TLanes.Max(zero, x) + (LogOnePlus(d) + ln2);
    }

    /// <summary><c>1 / (1 + e^-x)</c> within 2.5 ulp, in both tails too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Sigmoid<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes> =>
        TLanes.Create(1f) / (TLanes.Create(1f) + Exp(-x));

    /// <summary>The hyperbolic tangent, within 6 ulp: a rational function of degree 13 over 6 as in Eigen's <c>ptanh</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Tanh<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>
    {
        // At this bound the quotient is 1 in float; a little before it rounding may lift it above.
        TLanes bound = TLanes.Create(9.1f), one = TLanes.Create(1f);
        TLanes c = TLanes.Min(bound, TLanes.Max(-bound, x));
        TLanes s = c * c;
        TLanes p = TLanes.Create(-2.76076847742355e-16f);
        p = TLanes.MultiplyAdd(p, s, TLanes.Create(2.00018790482477e-13f));
        p = TLanes.MultiplyAdd(p, s, TLanes.Create(-8.60467152213735e-11f));
        p = TLanes.MultiplyAdd(p, s, TLanes.Create(5.12229709037114e-08f));
        p = TLanes.MultiplyAdd(p, s, TLanes.Create(1.48572235717979e-05f));
        p = TLanes.MultiplyAdd(p, s, TLanes.Create(6.37261928875436e-04f));
        p = TLanes.MultiplyAdd(p, s, TLanes.Create(4.89352455891786e-03f));
        TLanes q = TLanes.Create(1.19825839466702e-06f);
        q = TLanes.MultiplyAdd(q, s, TLanes.Create(1.18534705686654e-04f));
        q = TLanes.MultiplyAdd(q, s, TLanes.Create(2.26843463243900e-03f));
        q = TLanes.MultiplyAdd(q, s, TLanes.Create(4.89352518554385e-03f));
        return TLanes.Min(one, TLanes.Max(-one, c * p / q));
    }

    /// <summary>
    /// The standard normal distribution <c>(1 + erf(x / sqrt(2))) / 2</c> and its density
    /// <c>e^(-x^2 / 2) / sqrt(2 pi)</c>; relative error below 5e-7 from -4 on, below 4e-6 further left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Normal<TLanes>(TLanes x, out TLanes density)
        where TLanes : struct, ILanes<TLanes>
    {
        // The tail beyond |x| is e^(-x^2 / 2) u q(u) with u = 3 / (|x| + 3): smooth and slow for every |x|.
        TLanes three = TLanes.Create(3f);
        TLanes u = three / (TLanes.Abs(x) + three);
        TLanes e = Exp(x * x * TLanes.Create(-0.5f));
        TLanes q = TLanes.Create(-0.0227641724f);
        q = TLanes.MultiplyAdd(q, u, TLanes.Create(0.129595459f));
        q = TLanes.MultiplyAdd(q, u, TLanes.Create(-0.271279395f));
        q = TLanes.MultiplyAdd(q, u, TLanes.Create(0.218956038f));
        q = TLanes.MultiplyAdd(q, u, TLanes.Create(-0.0533722565f));
        q = TLanes.MultiplyAdd(q, u, TLanes.Create(0.119916402f));
        q = TLanes.MultiplyAdd(q, u, TLanes.Create(0.112417936f));
        q = TLanes.MultiplyAdd(q, u, TLanes.Create(0.133575127f));
        q = TLanes.MultiplyAdd(q, u, TLanes.Create(0.132954881f));
        TLanes tail = e * (u * q);
        density = e * TLanes.Create(0.398942280f);
        return TLanes.SelectLess(x, TLanes.Create(0f), tail, TLanes.Create(1f) - tail);
    }

    /// <summary>ln(1 + d) for d in [-1/3, 1/3] as d - d^2 / 2 + d^3 q(d).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes LogOnePlus<TLanes>(TLanes d)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes q = TLanes.Create(-0.128918245f);
        q = TLanes.MultiplyAdd(q, d, TLanes.Create(0.139844328f));
        q = TLanes.MultiplyAdd(q, d, TLanes.Create(-0.12184228f));
        q = TLanes.MultiplyAdd(q, d, TLanes.Create(0.140058696f));
        q = TLanes.MultiplyAdd(q, d, TLanes.Create(-0.166804895f));
        q = TLanes.MultiplyAdd(q, d, TLanes.Create(0.200104058f));
        q = TLanes.MultiplyAdd(q, d, TLanes.Create(-0.249997973f));
        q = TLanes.MultiplyAdd(q, d, TLanes.Create(0.333332151f));
        q = TLanes.MultiplyAdd(q, d, TLanes.Create(-0.5f));
        return TLanes.MultiplyAdd(d * d, q, d);
    }
}
