namespace MoE.Numerics;

/// <summary>What a row is folded with: a sum of some term per column unless it says otherwise.</summary>
internal interface IReduction
{
    /// <summary>The fold of no column.</summary>
    static virtual float Start => 0f;

    /// <summary>The total with the lanes from <paramref name="column"/> on taken in.</summary>
    TLanes Include<TLanes>(TLanes total, nint column)
        where TLanes : struct, ILanes<TLanes>;

    /// <summary>Joins two totals.</summary>
    static virtual TLanes Join<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes> => left + right;
}
