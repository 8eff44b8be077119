using System;

namespace MoE.Persistence.Apr;

/// <summary>
/// What a payload begins with, in place of the number of experts, that aprender cannot hold: one with experts of several kinds, or of
/// a kind that it has no type for.
/// </summary>
/// <remarks>
/// As the u64 that aprender takes it for, the mark counts more than 2^63 experts. Each of them takes at least a byte, so aprender's
/// reader runs out of bytes, or finds a tag that is none, and reports an error: no file can satisfy it. Layout: the mark, u32
/// version, u64 count, for each expert its kind's name as a string and the expert, then gate and config as aprender has them, u64 count and
/// tensors of the gate that aprender's has no place for. Trees are of layout L2.
/// </remarks>
internal static class MoeGenMark
{
    /// <summary>The version that is written, and the only one that is read.</summary>
    public const uint Version = 1;

    /// <summary>"MoE.Gen" and a byte that makes the number exceed any length.</summary>
    public static ReadOnlySpan<byte> Bytes => [(byte)'M', (byte)'o', (byte)'E', (byte)'.', (byte)'G', (byte)'e', (byte)'n', 0xFF];
}
