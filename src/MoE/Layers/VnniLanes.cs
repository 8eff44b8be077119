using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using MoE.Numerics;

namespace MoE.Layers;

/// <summary>Eight outputs with AVX-VNNI, which sums four products of bytes in one instruction.</summary>
internal readonly struct VnniLanes(Vector256<int> value) : IByteLanes<VnniLanes, Lanes256>
{
    private readonly Vector256<int> _value = value;

    public static int Count => 8;

    public static bool TakesWords
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VnniLanes Create(int value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VnniLanes Load(ref byte source, nint offset) => new(Vector256.LoadUnsafe(ref Unsafe.Add(ref source, offset)).AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VnniLanes Lower(VnniLanes bytes) => new(bytes._value & Vector256.Create(0x0F0F0F0F));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VnniLanes Upper(VnniLanes bytes) => new((bytes._value >>> 4) & Vector256.Create(0x0F0F0F0F));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VnniLanes Broadcast(ref int codes, nint index) => new(Vector256.Create(Unsafe.Add(ref codes, index)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VnniLanes AddProducts(VnniLanes sums, VnniLanes bytes, VnniLanes codes, VnniLanes odd) =>
        new(AvxVnni.MultiplyWideningAndAdd(sums._value, bytes._value.AsByte(), codes._value.AsSByte()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VnniLanes AddWordProducts(VnniLanes sums, VnniLanes words, int value) =>
        new(sums._value + Avx2.MultiplyAddAdjacent(words._value.AsInt16(), Vector256.Create(value & 0xFFFF).AsInt16()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VnniLanes Add(VnniLanes sums, int value) => new(sums._value + Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 UpperHalves(VnniLanes words) => new((words._value & Vector256.Create(~0xFFFF)).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Halves(ref byte source, nint offset) => new(WideBFloat16.Load256(ref Unsafe.As<byte, ushort>(ref Unsafe.Add(ref source, offset)), 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes256 ToSingle() => new(Vector256.ConvertToSingle(_value));
}
