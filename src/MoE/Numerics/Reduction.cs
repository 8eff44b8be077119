using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MoE.Numerics;

/// <summary>
/// Folds of a row in one fixed tree for every vector width: column i goes to virtual lane i mod 16; lanes
/// then join (l, l + 8), (l, l + 4), (l, l + 2), (l, l + 1). Narrower vectors hold the 16 lanes in several.
/// A row must be readable up to the next multiple of 16 columns; what lies past its width does not count.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Reduction
{
    /// <summary>The sum of a_i b_i.</summary>
    public static float Dot(ref float a, ref float b, int width) => Run(new Product(ref a, ref b), width);

    /// <summary>The sum of x_i.</summary>
    public static float Sum(ref float x, int width) => Run(new Values(ref x), width);

    /// <summary>The sum of x_i^2.</summary>
    public static float SumOfSquares(ref float x, int width) => Run(new Product(ref x, ref x), width);

    internal static float Run<TReduction>(TReduction reduction, int width)
        where TReduction : struct, IReduction, allows ref struct =>
        Avx512F.IsSupported ? Run<Lanes512, TReduction>(reduction, width)
        : Avx2.IsSupported && Fma.IsSupported ? Run<Lanes256, TReduction>(reduction, width)
        : Run<Lanes128, TReduction>(reduction, width);

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static float Run<TLanes, TReduction>(TReduction reduction, int width)
        where TLanes : struct, ILanes<TLanes>
        where TReduction : struct, IReduction, allows ref struct
    {
        // Four names, not an array: the totals must stay in registers. Wide lanes leave the later ones unused.
        // No helper is handed the reduction: .NET 9 calls it instead of inlining it, 3 times slower (measured).
        TLanes a = TLanes.Create(TReduction.Start), b = a, c = a, d = a;
        nint column = 0;
        for (; column <= width - Padding.Block; column += Padding.Block)
        {
            a = reduction.Include(a, column);
            if (TLanes.Count <= 8)
                b = reduction.Include(b, column + TLanes.Count);
            if (TLanes.Count <= 4)
            {
                c = reduction.Include(c, column + (2 * TLanes.Count));
                d = reduction.Include(d, column + (3 * TLanes.Count));
            }
        }

        if (column < width)
        {
            a = Padding.KeepFirst(reduction.Include(a, column), a, width - column);
            if (TLanes.Count <= 8)
                b = Padding.KeepFirst(reduction.Include(b, column + TLanes.Count), b, width - column - TLanes.Count);
            if (TLanes.Count <= 4)
            {
                c = Padding.KeepFirst(reduction.Include(c, column + (2 * TLanes.Count)), c, width - (column + (2 * TLanes.Count)));
                d = Padding.KeepFirst(reduction.Include(d, column + (3 * TLanes.Count)), d, width - (column + (3 * TLanes.Count)));
            }
        }

        if (TLanes.Count == 16)
            return Join<TReduction>(TLanes.Quarter(a, 0), TLanes.Quarter(a, 1), TLanes.Quarter(a, 2), TLanes.Quarter(a, 3));
        if (TLanes.Count == 8)
            return Join<TReduction>(TLanes.Quarter(a, 0), TLanes.Quarter(a, 1), TLanes.Quarter(b, 0), TLanes.Quarter(b, 1));
        return Join<TReduction>(TLanes.Quarter(a, 0), TLanes.Quarter(b, 0), TLanes.Quarter(c, 0), TLanes.Quarter(d, 0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Join<TReduction>(Lanes128 a, Lanes128 b, Lanes128 c, Lanes128 d)
        where TReduction : struct, IReduction, allows ref struct
    {
        Vector128<float> four = TReduction.Join(TReduction.Join(a, c), TReduction.Join(b, d)).Value;
        Vector128<float> two = TReduction.Join<Lanes128>(new(four), new(Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)))).Value;
        return TReduction.Join<Lanes128>(new(two), new(Vector128.Shuffle(two, Vector128.Create(1, 0, 3, 2)))).Value.ToScalar();
    }
}
