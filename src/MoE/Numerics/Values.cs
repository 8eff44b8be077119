using System.Runtime.CompilerServices;

namespace MoE.Numerics;

/// <summary>The sum of a row's values.</summary>
internal readonly ref struct Values(ref float x) : IReduction
{
    private readonly ref float _x = ref x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Include<TLanes>(TLanes total, nint column)
        where TLanes : struct, ILanes<TLanes> =>
        total + TLanes.Load(ref _x, column);
}
