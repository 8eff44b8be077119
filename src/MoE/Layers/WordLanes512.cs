using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using MoE.Numerics;

namespace MoE.Layers;

/// <summary>Sixteen outputs with AVX-512: the even bytes as words, then the odd ones.</summary>
internal readonly struct WordLanes512(Vector512<int> value) : IByteLanes<WordLanes512, Lanes512>
{
    private readonly Vector512<int> _value = value;

    public static int Count => 16;

    public static bool TakesWords
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes512 Create(int value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes512 Load(ref byte source, nint offset) => new(Vector512.LoadUnsafe(ref Unsafe.Add(ref source, offset)).AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes512 Lower(WordLanes512 bytes) => new(bytes._value & Vector512.Create(0x0F0F0F0F));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes512 Upper(WordLanes512 bytes) => new((bytes._value >>> 4) & Vector512.Create(0x0F0F0F0F));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes512 Broadcast(ref int codes, nint index) => new(Vector512.Create(Unsafe.Add(ref codes, index)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes512 AddProducts(WordLanes512 sums, WordLanes512 bytes, WordLanes512 codes, WordLanes512 odd) =>
        new(sums._value
            + Avx512BW.MultiplyAddAdjacent((bytes._value & Vector512.Create(0x00FF00FF)).AsInt16(), codes._value.AsInt16())
            + Avx512BW.MultiplyAddAdjacent((bytes._value.AsUInt16() >>> 8).AsInt16(), odd._value.AsInt16()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes512 AddWordProducts(WordLanes512 sums, WordLanes512 words, int value) =>
        new(sums._value + Avx512BW.MultiplyAddAdjacent(words._value.AsInt16(), Vector512.Create(value & 0xFFFF).AsInt16()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes512 Add(WordLanes512 sums, int value) => new(sums._value + Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 UpperHalves(WordLanes512 words) => new((words._value & Vector512.Create(~0xFFFF)).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Halves(ref byte source, nint offset) => new(WideBFloat16.Load512(ref Unsafe.As<byte, ushort>(ref Unsafe.Add(ref source, offset)), 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes512 ToSingle() => new(Vector512.ConvertToSingle(_value));
}
