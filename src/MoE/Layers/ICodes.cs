using System.Runtime.CompilerServices;

namespace MoE.Layers;

/// <summary>Whether codes take a byte or half of one; what is not there costs nothing.</summary>
internal interface ICodes
{
    static abstract bool AreHalves { get; }

    /// <summary>The format.</summary>
    static abstract WeightFormat Format { get; }
}

/// <summary>A byte: the code and 128.</summary>
internal readonly struct ByteCodes : ICodes
{
    public static bool AreHalves
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }

    public static WeightFormat Format => WeightFormat.Int8;
}

/// <summary>Half a byte, with a zero point for each block.</summary>
internal readonly struct HalfCodes : ICodes
{
    public static bool AreHalves
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    public static WeightFormat Format => WeightFormat.Int4;
}
