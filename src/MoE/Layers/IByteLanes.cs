using MoE.Numerics;

namespace MoE.Layers;

/// <summary>
/// Sums of products of bytes, a lane of 32 bits for each of some neighbouring outputs of a panel. They are exact, so that every instruction set gives the same.
/// </summary>
/// <typeparam name="TSelf">The vector.</typeparam>
/// <typeparam name="TLanes">The floats of as many outputs.</typeparam>
internal interface IByteLanes<TSelf, TLanes>
    where TSelf : struct, IByteLanes<TSelf, TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    /// <summary>Outputs: 16, 8 or 4.</summary>
    static abstract int Count { get; }

    /// <summary>Whether four codes of a row are two pairs of 16 bits, the even ones and the odd ones, and not four bytes.</summary>
    static abstract bool TakesWords { get; }

    /// <summary>The sum in every lane.</summary>
    static abstract TSelf Create(int value);

    /// <summary>Four bytes of each output.</summary>
    static abstract TSelf Load(ref byte source, nint offset);

    /// <summary>The lower half of each byte.</summary>
    static abstract TSelf Lower(TSelf bytes);

    /// <summary>The upper half of each byte.</summary>
    static abstract TSelf Upper(TSelf bytes);

    /// <summary>32 bits of a row's codes, for every lane.</summary>
    static abstract TSelf Broadcast(ref int codes, nint index);

    /// <summary>Adds the products of four bytes of each output, without a sign, with a row's codes, which have one.</summary>
    /// <param name="sums">What they are added to.</param>
    /// <param name="bytes">Of the outputs.</param>
    /// <param name="codes">Four codes, or the even ones as words.</param>
    /// <param name="odd">The odd ones as words.</param>
    static abstract TSelf AddProducts(TSelf sums, TSelf bytes, TSelf codes, TSelf odd);

    /// <summary>Adds the products of each lane's lower 16 bits with a value of 16 bits.</summary>
    static abstract TSelf AddWordProducts(TSelf sums, TSelf words, int value);

    /// <summary>Adds a value to every sum.</summary>
    static abstract TSelf Add(TSelf sums, int value);

    /// <summary>The bfloat16s in each lane's upper 16 bits.</summary>
    static abstract TLanes UpperHalves(TSelf words);

    /// <summary>Bfloat16s that lie side by side.</summary>
    static abstract TLanes Halves(ref byte source, nint offset);

    /// <summary>The sums as floats, which hold them exactly.</summary>
    TLanes ToSingle();
}
