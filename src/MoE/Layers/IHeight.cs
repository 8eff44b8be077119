using System.Runtime.CompilerServices;

namespace MoE.Layers;

/// <summary>Whether a tile is twelve rows high or eight; what is not there costs nothing.</summary>
internal interface IHeight
{
    static abstract bool IsTwelve { get; }
}

/// <summary>Twelve rows.</summary>
internal readonly struct TwelveRows : IHeight
{
    public static bool IsTwelve
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }
}

/// <summary>Eight rows.</summary>
internal readonly struct EightRows : IHeight
{
    public static bool IsTwelve
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }
}
