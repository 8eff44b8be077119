using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;

namespace MoE.Persistence.Apr;

/// <summary>
/// Files of aprender (https://github.com/paiml/aprender) that hold a mixture of experts: .apr as MixtureOfExperts::save_apr writes them
/// (APRN, version 1), and the bincode alone of MixtureOfExperts::save.
/// </summary>
internal static class AprFile
{
    /// <summary>Loads a file of either form.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kinds">The kind of each expert.</param>
    /// <exception cref="ModelFormatException">The file is damaged or holds another model.</exception>
    public static AprMixture Load(string path, IReadOnlyList<AprExpertKind> kinds)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            if (file.Length > Array.MaxLength)
                throw new ModelFormatException($"The file has {file.Length} bytes; {Array.MaxLength} can be read, and aprender loads payloads of {AprContainer.MaxPayload}.");
            byte[] bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return Read(bytes, kinds);
        }
        catch (ModelFormatException error)
        {
            throw new ModelFormatException($"'{path}': {error.Message}", error);
        }
    }

    /// <summary>Saves an .apr file: the old file stays whole until the new one is on the disk.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mixture">The mixture.</param>
    /// <param name="createdAt">When; equal times make equal files.</param>
    /// <param name="version">The version of aprender that the file shall name.</param>
    /// <exception cref="ArgumentException">The mixture could not be read again.</exception>
    public static void Save(string path, AprMixture mixture, DateTimeOffset createdAt, string version) =>
        Save(path, stream => Write(stream, mixture, createdAt, version));

    /// <summary>Saves the bincode alone, which aprender's MixtureOfExperts::load reads.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mixture">The mixture.</param>
    /// <exception cref="ArgumentException">The mixture could not be read again.</exception>
    public static void SaveBincode(string path, AprMixture mixture) => Save(path, stream => WriteBincode(stream, mixture));

    /// <summary>Reads a file of either form that is in memory.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="kinds">The kind of each expert.</param>
    /// <exception cref="ModelFormatException">The file is damaged or holds another model.</exception>
    public static AprMixture Read(ReadOnlySpan<byte> file, IReadOnlyList<AprExpertKind> kinds)
    {
        if (AprMagic.IsContainer(file))
        {
            AprContainer container = AprContainer.Open(file);
            return AprPayload.Read(container.Payload, kinds, container.Metadata.AprenderVersion);
        }
        try
        {
            return AprPayload.Read(file, kinds, version: null);
        }
        catch (ModelFormatException error)
        {
            throw new ModelFormatException($"The file does not begin with 'APRN', so it was read as the bincode of MixtureOfExperts::save. {error.Message}", error);
        }
    }

    /// <summary>Writes an .apr file to a stream, from where it stands.</summary>
    /// <param name="stream">The stream; it need not be seekable.</param>
    /// <param name="mixture">The mixture.</param>
    /// <param name="createdAt">When; equal times make equal files.</param>
    /// <param name="version">The version of aprender that the file shall name.</param>
    /// <exception cref="ArgumentException">The mixture could not be read again.</exception>
    public static void Write(Stream stream, AprMixture mixture, DateTimeOffset createdAt, string version)
    {
        ReadOnlySpan<byte> payload = Payload(mixture);
        if (payload.Length > AprContainer.MaxPayload)
            throw new ArgumentException($"The mixture takes {payload.Length} bytes; aprender loads at most {AprContainer.MaxPayload}. Save its bincode alone.", nameof(mixture));
        byte[] metadata = AprMetadata.Write(createdAt, version);
        Span<byte> header = stackalloc byte[AprHeader.Size];
        header.Clear();
        new AprHeader(
            AprModelType.MixtureOfExperts, (uint)metadata.Length, (uint)payload.Length, (uint)payload.Length, AprCompression.None, AprFlags.None).Write(header);
        Crc32 crc = default;
        crc.Append(header);
        crc.Append(metadata);
        crc.Append(payload);
        Span<byte> checksum = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(checksum, crc.Value);
        stream.Write(header);
        stream.Write(metadata);
        stream.Write(payload);
        stream.Write(checksum);
    }

    /// <summary>Writes the bincode alone to a stream.</summary>
    /// <param name="stream">The stream; it need not be seekable.</param>
    /// <param name="mixture">The mixture.</param>
    /// <exception cref="ArgumentException">The mixture could not be read again.</exception>
    public static void WriteBincode(Stream stream, AprMixture mixture) => stream.Write(Payload(mixture));

    // Whole in memory first: its length stands before it, and nothing is written of a mixture that cannot be.
    private static ReadOnlySpan<byte> Payload(AprMixture mixture)
    {
        ArrayBufferWriter<byte> output = new();
        AprPayload.Write(output, mixture);
        return output.WrittenSpan;
    }

    private static void Save(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using AtomicFile file = new(path);
        write(file.Stream);
        file.Commit();
    }
}
