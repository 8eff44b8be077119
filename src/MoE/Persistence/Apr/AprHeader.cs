using System;
using System.Buffers.Binary;

namespace MoE.Persistence.Apr;

/// <summary>The first 32 bytes of an APRN file.</summary>
/// <param name="ModelType">What it holds, by its number.</param>
/// <param name="MetadataSize">Bytes of metadata.</param>
/// <param name="PayloadSize">Bytes of payload, as they lie in the file.</param>
/// <param name="UncompressedSize">Bytes of bincode.</param>
/// <param name="Compression">What lies between the two.</param>
/// <param name="Flags">What else there is.</param>
/// <remarks>The quality score at byte 22, the minor version and the 9 bytes at the end change nothing about how a file is read.</remarks>
internal readonly record struct AprHeader(
    AprModelType ModelType, uint MetadataSize, uint PayloadSize, uint UncompressedSize, AprCompression Compression, AprFlags Flags)
{
    /// <summary>Its bytes.</summary>
    public const int Size = 32;

    private const ushort MajorVersion = 1;

    /// <summary>What a file begins with.</summary>
    public static ReadOnlySpan<byte> Magic => "APRN"u8;

    /// <summary>Reads a header behind a magic that is right.</summary>
    /// <exception cref="ModelFormatException">The version is another.</exception>
    public static AprHeader Read(ReadOnlySpan<byte> header)
    {
        int major = header[4], minor = header[5];
        if (major != MajorVersion)
            throw new ModelFormatException($"The file has version {major}.{minor} of aprender's APRN format; version {MajorVersion} is known here. Save it by an aprender that writes that.");
        return new AprHeader(
            (AprModelType)BinaryPrimitives.ReadUInt16LittleEndian(header[6..]),
            BinaryPrimitives.ReadUInt32LittleEndian(header[8..]),
            BinaryPrimitives.ReadUInt32LittleEndian(header[12..]),
            BinaryPrimitives.ReadUInt32LittleEndian(header[16..]),
            (AprCompression)header[20],
            (AprFlags)header[21]);
    }

    /// <summary>Writes the header.</summary>
    /// <param name="header">Zeros.</param>
    public void Write(Span<byte> header)
    {
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], MajorVersion);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], (ushort)ModelType);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], MetadataSize);
        BinaryPrimitives.WriteUInt32LittleEndian(header[12..], PayloadSize);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], UncompressedSize);
        header[20] = (byte)Compression;
        header[21] = (byte)Flags;
    }
}
