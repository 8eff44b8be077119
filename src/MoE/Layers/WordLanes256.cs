using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using MoE.Numerics;

namespace MoE.Layers;

/// <summary>Eight outputs with AVX2: the even bytes as words, then the odd ones.</summary>
internal readonly struct WordLanes256(Vector256<int> value) : IByteLanes<WordLanes256, Lanes256>
{
    private readonly Vector256<int> _value = value;

    public static int Count => 8;

    public static bool TakesWords
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes256 Create(int value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes256 Load(ref byte source, nint offset) => new(Vector256.LoadUnsafe(ref Unsafe.Add(ref source, offset)).AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes256 Lower(WordLanes256 bytes) => new(bytes._value & Vector256.Create(0x0F0F0F0F));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes256 Upper(WordLanes256 bytes) => new((bytes._value >>> 4) & Vector256.Create(0x0F0F0F0F));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes256 Broadcast(ref int codes, nint index) => new(Vector256.Create(Unsafe.Add(ref codes, index)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes256 AddProducts(WordLanes256 sums, WordLanes256 bytes, WordLanes256 codes, WordLanes256 odd) =>
        new(sums._value
            + Avx2.MultiplyAddAdjacent((bytes._value & Vector256.Create(0x00FF00FF)).AsInt16(), codes._value.AsInt16())
            + Avx2.MultiplyAddAdjacent((bytes._value.AsUInt16() >>> 8).AsInt16(), odd._value.AsInt16()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes256 AddWordProducts(WordLanes256 sums, WordLanes256 words, int value) =>
        new(sums._value + Avx2.MultiplyAddAdjacent(words._value.AsInt16(), Vector256.Create(value & 0xFFFF).AsInt16()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes256 Add(WordLanes256 sums, int value) => new(sums._value + Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 UpperHalves(WordLanes256 words) => new((words._value & Vector256.Create(~0xFFFF)).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Halves(ref byte source, nint offset) => new(WideBFloat16.Load256(ref Unsafe.As<byte, ushort>(ref Unsafe.Add(ref source, offset)), 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes256 ToSingle() => new(Vector256.ConvertToSingle(_value));
}
