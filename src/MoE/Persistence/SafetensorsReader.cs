using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using MoE.Layers;

namespace MoE.Persistence;

/// <summary>Reads a model from a safetensors stream, chunk by chunk into a new buffer that is allocated once the header fits.</summary>
internal static class SafetensorsReader
{
    /// <summary>What the format's own library allows.</summary>
    private const long MaxHeader = 100_000_000;
    private const int FirstBuffer = 1 << 16;
    private const int ChunkFloats = 1 << 16;

    /// <summary>Reads one file.</summary>
    /// <param name="stream">The stream; it is left right behind the file.</param>
    /// <param name="length">How many bytes there are at most; null where the stream does not know.</param>
    /// <param name="layout">The model.</param>
    /// <param name="literal">The header of the model's own files.</param>
    /// <param name="checksumOffset">Where the header has the digits of the checksum.</param>
    /// <param name="prefix">What the names of the tensors that count begin with; empty: all count.</param>
    /// <exception cref="ModelFormatException">The file is damaged or holds another model.</exception>
    public static ParameterBuffer Read(
        Stream stream, long? length, ModelLayout layout, ReadOnlySpan<byte> literal, int checksumOffset, string prefix)
    {
        byte[] header = ReadHeader(stream, length);
        LoadPlan plan = prefix.Length == 0 && layout.StatePrefixes.IsEmpty && IsOwn(header, literal, checksumOffset, out uint checksum)
            ? LoadPlan.OwnFile(layout, checksum)
            : LoadPlan.For(layout, HeaderParser.Parse(header), prefix);
        long? rest = length - sizeof(long) - header.Length;
        if (rest < plan.DataLength)
            throw new ModelFormatException($"The file is truncated: its header describes {plan.DataLength} bytes of data, {rest} came. Copy or save it again.");
        return ReadData(stream, layout, plan, isBounded: rest is not null);
    }

    /// <summary>Reads a file's header alone.</summary>
    /// <exception cref="ModelFormatException">It is damaged.</exception>
    public static FileHeader Header(Stream stream, long? length) => HeaderParser.Parse(ReadHeader(stream, length));

    private static byte[] ReadHeader(Stream stream, long? length)
    {
        Span<byte> prologue = stackalloc byte[sizeof(long)];
        Fill(stream, prologue);
        ulong claimed = BinaryPrimitives.ReadUInt64LittleEndian(prologue);
        long limit = Math.Min(MaxHeader, length - sizeof(long) ?? MaxHeader);
        if (claimed > (ulong)limit)
            throw new ModelFormatException(
                $"The file claims a header of {claimed} bytes; at most {limit} are possible here. It is truncated, damaged or no safetensors file.");

        // A stream that does not know its length may be lying about the header's: memory grows with what really came.
        byte[] header = new byte[length is null ? Math.Min((int)claimed, FirstBuffer) : (int)claimed];
        for (int read = 0; ;)
        {
            Fill(stream, header.AsSpan(read));
            read = header.Length;
            if (read == (int)claimed) return header;
            Array.Resize(ref header, (int)Math.Min((long)claimed, 2L * read));
        }
    }

    private static bool IsOwn(ReadOnlySpan<byte> header, ReadOnlySpan<byte> literal, int checksumOffset, out uint checksum)
    {
        checksum = 0;
        int end = checksumOffset + FileHeader.ChecksumDigits;
        return header.Length == literal.Length
            && header[..checksumOffset].SequenceEqual(literal[..checksumOffset])
            && header[end..].SequenceEqual(literal[end..])
            && FileHeader.TryParseChecksum(header[checksumOffset..end], out checksum);
    }

    private static ParameterBuffer ReadData(Stream stream, ModelLayout layout, LoadPlan plan, bool isBounded)
    {
        ParameterBuffer parameters = new(layout);
        float[] chunk = new float[(int)Math.Min(ChunkFloats, (plan.DataLength / sizeof(ushort)) + QuantizedPanel.Block)];
        Crc32 crc = default;
        long position = 0;
        List<StateTensor> states = [];
        int whole = 0;
        foreach (TensorPart part in plan.Parts)
        {
            ReadWhole(before: part.Begin, ref crc);
            Skip(part.Begin - position, ref crc);
            FloatFormat format = part.Source.Format;
            for (int first = 0, count; first < part.Target.Elements; first += count)
            {
                count = part.Target.Run(first, chunk.Length);
                Span<float> values = chunk.AsSpan(0, count);
                Span<byte> bytes = format.Encoded(values);
                Fill(stream, bytes);
                crc.Append(bytes);
                format.DecodeInPlace(values);
                parameters.Load(part.Target, first, values);
            }
            position = part.Begin + (long)part.Target.Elements * format.Size();
        }
        ReadWhole(before: plan.DataLength, ref crc);
        Skip(plan.DataLength - position, ref crc);
        if (plan.Checksum is { } expected && crc.Value != expected)
            throw new ModelFormatException(
                $"The data was changed after saving, or is damaged: its CRC-32 is {crc.Value:x8}, the file's metadata says {expected:x8}. Copy or save the file again.");
        if (!layout.StatePrefixes.IsEmpty) parameters.LoadedStates = states;
        return parameters;

        // Those that lie between two parameters.
        void ReadWhole(long before, ref Crc32 crc)
        {
            for (; whole < plan.Whole.Length && plan.Whole[whole] is { } tensor && tensor.Begin < before; position = tensor.End, whole++)
            {
                Skip(tensor.Begin - position, ref crc);
                byte[] bytes = ReadTensor(stream, tensor, isBounded);
                crc.Append(bytes);
                if (plan.Quantized.TryGetValue(tensor, out QuantizedSource? source))
                    source.Take(tensor, bytes, parameters);
                else if (plan.Scattered.TryGetValue(tensor, out TensorLayout[]? targets))
                    InterleavedExperts.Fill(bytes, tensor.Format, targets, parameters);
                else
                    states.Add(new StateTensor(tensor.Name, tensor.Dtype, tensor.Shape, bytes));
            }
        }

        // Tensors that do not count.
        void Skip(long count, ref Crc32 crc)
        {
            if (plan.Checksum is null && stream.CanSeek && count > 0)
            {
                stream.Seek(count, SeekOrigin.Current);
                return;
            }
            Span<byte> bytes = MemoryMarshal.AsBytes(chunk.AsSpan());
            for (; count > 0; count -= bytes.Length)
            {
                bytes = bytes[..(int)Math.Min(bytes.Length, count)];
                Fill(stream, bytes);
                crc.Append(bytes);
            }
        }
    }

    // A stream that does not know its length may be lying about the tensor's: memory grows with what really came.
    private static byte[] ReadTensor(Stream stream, FileTensor tensor, bool isBounded)
    {
        long length = tensor.End - tensor.Begin;
        if (length > Array.MaxLength)
            throw new ModelFormatException($"Tensor '{NearNames.Clip(tensor.Name)}' takes {length} bytes; at most {Array.MaxLength} are possible.");
        byte[] bytes = new byte[isBounded ? length : Math.Min(length, FirstBuffer)];
        for (int read = 0; ;)
        {
            Fill(stream, bytes.AsSpan(read));
            read = bytes.Length;
            if (read == length) return bytes;
            Array.Resize(ref bytes, (int)Math.Min(length, 2L * read));
        }
    }

    private static void Fill(Stream stream, Span<byte> bytes)
    {
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read < bytes.Length)
            throw new ModelFormatException($"The file is truncated: {bytes.Length} more bytes were expected, {read} came. Copy or save it again.");
    }
}
