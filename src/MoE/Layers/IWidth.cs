using System.Runtime.CompilerServices;

namespace MoE.Layers;

/// <summary>Whether a tile is one vector of outputs wide or two; what is not there costs nothing.</summary>
internal interface IWidth
{
    static abstract bool IsDouble { get; }
}

/// <summary>One vector.</summary>
internal readonly struct SingleWidth : IWidth
{
    public static bool IsDouble
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }
}

/// <summary>Two vectors.</summary>
internal readonly struct DoubleWidth : IWidth
{
    public static bool IsDouble
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }
}
