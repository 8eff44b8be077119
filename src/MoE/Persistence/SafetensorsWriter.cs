using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace MoE.Persistence;

/// <summary>Writes a model, or several buffers of one, as a safetensors stream under a header that describes them.</summary>
internal static class SafetensorsWriter
{
    private const int ChunkFloats = 1 << 16;

    /// <summary>Writes one file. The data is collected twice, first for the checksum that stands before it: no copy of the model is made.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="buffers">The parameters.</param>
    /// <param name="states">What stands behind them.</param>
    /// <param name="header">Describes both.</param>
    /// <param name="checksumOffset">Where the header has the eight digits of the checksum.</param>
    public static void Write(Stream stream, ParameterBuffer[] buffers, IReadOnlyList<StateTensor> states, ReadOnlySpan<byte> header, int checksumOffset)
    {
        Crc32 crc = default;
        foreach (ReadOnlyMemory<byte> chunk in Chunks(buffers)) crc.Append(chunk.Span);
        foreach (StateTensor state in states) crc.Append(state.Bytes.Span);

        byte[] beginning = new byte[sizeof(long) + header.Length];
        BinaryPrimitives.WriteInt64LittleEndian(beginning, header.Length);
        header.CopyTo(beginning.AsSpan(sizeof(long)));
        crc.Value.TryFormat(beginning.AsSpan(sizeof(long) + checksumOffset, FileHeader.ChecksumDigits), out _, "x8", CultureInfo.InvariantCulture);
        stream.Write(beginning);
        foreach (ReadOnlyMemory<byte> chunk in Chunks(buffers)) stream.Write(chunk.Span);
        foreach (StateTensor state in states) stream.Write(state.Bytes.Span);
    }

    // The data of a file, in one chunk's memory again and again.
    private static IEnumerable<ReadOnlyMemory<byte>> Chunks(ParameterBuffer[] buffers) => buffers.SelectMany(Chunks);

    private static IEnumerable<ReadOnlyMemory<byte>> Chunks(ParameterBuffer parameters)
    {
        byte[] chunk = new byte[Math.Min(ChunkFloats, parameters.Layout.Floats) * sizeof(float)];
        foreach (TensorLayout tensor in parameters.Layout.Tensors)
        {
            for (int first = 0, count; first < tensor.Elements; first += count)
            {
                count = Math.Min(chunk.Length / sizeof(float), tensor.Elements - first);
                Span<float> values = MemoryMarshal.Cast<byte, float>(chunk.AsSpan(0, count * sizeof(float)));
                TensorPacking.Unpack(tensor, first, parameters.Floats, values);
                FloatFormats.ToLittleEndian(values);
                yield return chunk.AsMemory(0, count * sizeof(float));
            }
        }
    }
}
