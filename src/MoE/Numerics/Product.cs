using System.Runtime.CompilerServices;

namespace MoE.Numerics;

/// <summary>The sum of a row's values times another's.</summary>
internal readonly ref struct Product(ref float a, ref float b) : IReduction
{
    private readonly ref float _a = ref a;
    private readonly ref float _b = ref b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Include<TLanes>(TLanes total, nint column)
        where TLanes : struct, ILanes<TLanes> =>
        TLanes.MultiplyAdd(TLanes.Load(ref _a, column), TLanes.Load(ref _b, column), total);
}
