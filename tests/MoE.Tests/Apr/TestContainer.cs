using System;
using System.Buffers.Binary;
using System.Text;
using MoE.Persistence;

namespace MoE.Tests.Apr;

/// <summary>An APRN file, every part of which can be wrong but for its CRC.</summary>
internal sealed record TestContainer(byte[] Payload)
{
    public string Magic { get; init; } = "APRN";
    public byte Major { get; init; } = 1;
    public byte Minor { get; init; }
    public ushort Type { get; init; } = 0x40;
    public uint? MetadataSize { get; init; }
    public uint? PayloadSize { get; init; }
    public uint? UncompressedSize { get; init; }
    public byte Compression { get; init; }
    public byte Flags { get; init; }
    public byte[] Metadata { get; init; } = MetadataOf("0.65.2");
    public byte[] Behind { get; init; } = [];

    public static byte[] MetadataOf(string version) =>
        [0x82, 0xAA, .. "created_at"u8, 0xAA, .. "1700000000"u8, 0xB0, .. "aprender_version"u8, (byte)(0xA0 + version.Length), .. Encoding.ASCII.GetBytes(version)];

    public byte[] ToBytes() => Resum(new ByteBuilder()
        .Raw(Encoding.Latin1.GetBytes(Magic)).Raw(Major, Minor, (byte)Type, (byte)(Type >> 8))
        .U32(MetadataSize ?? (uint)Metadata.Length).U32(PayloadSize ?? (uint)Payload.Length).U32(UncompressedSize ?? (uint)Payload.Length)
        .Raw(Compression, Flags).Raw(new byte[10])
        .Raw(Metadata).Raw(Payload).Raw(Behind).U32(0).ToBytes());

    /// <summary>Makes the last four bytes the CRC of all before.</summary>
    public static byte[] Resum(byte[] file)
    {
        Crc32 crc = default;
        crc.Append(file.AsSpan(..^4));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(file.Length - 4), crc.Value);
        return file;
    }
}
