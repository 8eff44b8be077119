using System;
using System.Buffers.Binary;

namespace MoE.Persistence.Apr;

/// <summary>An APRN file, checked: header, metadata, payload, a signature if it says so, CRC-32 of all before.</summary>
/// <remarks>A signature is skipped and not verified: Ed25519 is not in .NET, and aprender's own load does not verify it either.</remarks>
internal readonly ref struct AprContainer
{
    /// <summary>The most bytes of bincode that aprender loads.</summary>
    public const int MaxPayload = 1 << 30;

    private const int SignatureSize = 96;
    private const AprFlags OfUnknownLayout = AprFlags.Streaming | AprFlags.TruenoNative | AprFlags.Quantized;

    private AprContainer(AprMetadata metadata, ReadOnlySpan<byte> payload)
    {
        Metadata = metadata;
        Payload = payload;
    }

    /// <summary>What the file says about itself.</summary>
    public AprMetadata Metadata { get; }

    /// <summary>The bincode, decompressed.</summary>
    public ReadOnlySpan<byte> Payload { get; }

    /// <summary>Opens a file that holds a mixture of experts.</summary>
    /// <exception cref="ModelFormatException">It is damaged, or holds something else.</exception>
    public static AprContainer Open(ReadOnlySpan<byte> file)
    {
        AprMagic.Check(file);
        if (file.Length < AprHeader.Size + sizeof(uint))
            throw new ModelFormatException($"The file is truncated: at least {AprHeader.Size + sizeof(uint)} bytes were expected, {file.Length} came. Copy or save it again.");
        CheckSum(file);
        AprHeader header = AprHeader.Read(file);
        CheckType(header.ModelType);
        CheckFlags(header.Flags);
        long signature = header.Flags.HasFlag(AprFlags.Signed) ? SignatureSize : 0;
        long expected = (long)AprHeader.Size + header.MetadataSize + header.PayloadSize + signature + sizeof(uint);
        if (expected != file.Length)
            throw new ModelFormatException(
                $"The header describes a file of {expected} bytes ({header.MetadataSize} of metadata, {header.PayloadSize} of payload, {signature} of signature); it has {file.Length}.");
        int metadataSize = (int)header.MetadataSize;
        AprMetadata metadata = AprMetadata.Read(file.Slice(AprHeader.Size, metadataSize));
        return new AprContainer(metadata, Decompress(header, file.Slice(AprHeader.Size + metadataSize, (int)header.PayloadSize)));
    }

    private static void CheckSum(ReadOnlySpan<byte> file)
    {
        Crc32 crc = default;
        crc.Append(file[..^sizeof(uint)]);
        uint stored = BinaryPrimitives.ReadUInt32LittleEndian(file[^sizeof(uint)..]);
        if (crc.Value != stored)
            throw new ModelFormatException($"The file is truncated or was changed after saving: its CRC-32 is {crc.Value:x8}, it says {stored:x8}. Copy or save it again.");
    }

    private static void CheckType(AprModelType type)
    {
        if (type == AprModelType.MixtureOfExperts) return;
        string what = Enum.IsDefined(type) ? $"a {type}" : "of an unknown type";
        throw new ModelFormatException($"The model is {what} (0x{(ushort)type:X4}); a MixtureOfExperts (0x{(ushort)AprModelType.MixtureOfExperts:X4}) was expected.");
    }

    private static void CheckFlags(AprFlags flags)
    {
        if (flags.HasFlag(AprFlags.Encrypted))
            throw new ModelFormatException("The payload is encrypted, which is not supported. Load it in aprender and save it unencrypted.");
        if ((flags & OfUnknownLayout) is var unknown and not AprFlags.None)
            throw new ModelFormatException($"The file is marked {unknown}; no writer of aprender's sets that, and what the payload would be is not known.");
    }

    private static ReadOnlySpan<byte> Decompress(AprHeader header, ReadOnlySpan<byte> payload)
    {
        if (header.UncompressedSize > MaxPayload)
            throw new ModelFormatException($"The header claims {header.UncompressedSize} bytes of uncompressed payload; aprender and this library allow {MaxPayload}.");
        int size = (int)header.UncompressedSize;
        return header.Compression switch
        {
            AprCompression.None when size == payload.Length => payload,
            AprCompression.None => throw new ModelFormatException($"The payload is not compressed and has {payload.Length} bytes; the header claims {size} of uncompressed payload."),
            AprCompression.Lz4 => DecompressLz4(payload, size),
            AprCompression.Zstd or AprCompression.ZstdMax => throw new ModelFormatException(
                "The payload is compressed with zstd, which is not supported. Load it in aprender and save it uncompressed (Compression::None)."),
            _ => throw new ModelFormatException($"The payload is compressed in an unknown way, 0x{(byte)header.Compression:X2}; 0 (not at all) and 3 (LZ4) can be read."),
        };
    }

    private static byte[] DecompressLz4(ReadOnlySpan<byte> payload, int size)
    {
        if (payload.Length < sizeof(uint) || BinaryPrimitives.ReadUInt32LittleEndian(payload) is var claimed && claimed != (uint)size)
            throw new ModelFormatException($"The LZ4 payload must begin with its uncompressed size, {size} as in the header.");
        return Lz4Block.Decode(payload[sizeof(uint)..], size);
    }
}
