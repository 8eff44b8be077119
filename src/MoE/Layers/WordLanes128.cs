using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using MoE.Numerics;

namespace MoE.Layers;

/// <summary>Four outputs on any processor: the even bytes as words, then the odd ones.</summary>
internal readonly struct WordLanes128(Vector128<int> value) : IByteLanes<WordLanes128, Lanes128>
{
    private readonly Vector128<int> _value = value;

    public static int Count => 4;

    public static bool TakesWords
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes128 Create(int value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes128 Load(ref byte source, nint offset) => new(Vector128.LoadUnsafe(ref Unsafe.Add(ref source, offset)).AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes128 Lower(WordLanes128 bytes) => new(bytes._value & Vector128.Create(0x0F0F0F0F));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes128 Upper(WordLanes128 bytes) => new((bytes._value >>> 4) & Vector128.Create(0x0F0F0F0F));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes128 Broadcast(ref int codes, nint index) => new(Vector128.Create(Unsafe.Add(ref codes, index)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes128 AddProducts(WordLanes128 sums, WordLanes128 bytes, WordLanes128 codes, WordLanes128 odd) =>
        new(sums._value
            + MultiplyAddAdjacent((bytes._value & Vector128.Create(0x00FF00FF)).AsInt16(), codes._value.AsInt16())
            + MultiplyAddAdjacent((bytes._value.AsUInt16() >>> 8).AsInt16(), odd._value.AsInt16()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes128 AddWordProducts(WordLanes128 sums, WordLanes128 words, int value) =>
        new(sums._value + MultiplyAddAdjacent(words._value.AsInt16(), Vector128.Create(value & 0xFFFF).AsInt16()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes128 Add(WordLanes128 sums, int value) => new(sums._value + Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 UpperHalves(WordLanes128 words) => new((words._value & Vector128.Create(~0xFFFF)).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Halves(ref byte source, nint offset) => new(WideBFloat16.Load128(ref Unsafe.As<byte, ushort>(ref Unsafe.Add(ref source, offset)), 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes128 ToSingle() => new(Vector128.ConvertToSingle(_value));

    // Products of neighbouring words, two by two.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> MultiplyAddAdjacent(Vector128<short> left, Vector128<short> right)
    {
        if (Sse2.IsSupported)
            return Sse2.MultiplyAddAdjacent(left, right);
        // The even words are the lower halves of 32 bits, and the odd ones the upper.
        Vector128<int> even = ((left.AsInt32() << 16) >> 16) * ((right.AsInt32() << 16) >> 16);
        return even + ((left.AsInt32() >> 16) * (right.AsInt32() >> 16));
    }
}
