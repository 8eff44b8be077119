using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using MoE.Layers;

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
        return parameters.Layout.Tensors.SelectMany(tensor => tensor.IsQuantized ? QuantizedChunks(parameters, tensor) : Chunks(parameters, tensor, chunk));
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Chunks(ParameterBuffer parameters, TensorLayout tensor, byte[] chunk)
    {
        for (int first = 0, count; first < tensor.Elements; first += count)
        {
            count = Math.Min(chunk.Length / sizeof(float), tensor.Elements - first);
            Span<float> values = MemoryMarshal.Cast<byte, float>(chunk.AsSpan(0, count * sizeof(float)));
            TensorPacking.Unpack(tensor, first, parameters.Floats, values);
            if (tensor.Format == WeightFormat.BFloat16)
                yield return chunk.AsMemory(0, FloatFormats.ToBFloat16(values));
            else
            {
                FloatFormats.ToLittleEndian(values);
                yield return chunk.AsMemory(0, count * sizeof(float));
            }
        }
    }

    // A row of codes at a time, then all scales, then all zero points.
    private static IEnumerable<ReadOnlyMemory<byte>> QuantizedChunks(ParameterBuffer parameters, TensorLayout tensor)
    {
        bool isInt4 = tensor.Format == WeightFormat.Int4;
        int blocks = QuantizedPanel.Blocks(tensor.Inputs);
        byte[] codes = new byte[isInt4 ? (tensor.Inputs + 1) / 2 : tensor.Inputs];
        byte[] scales = new byte[tensor.Outputs * blocks * sizeof(ushort)];
        byte[] zeroPoints = new byte[isInt4 ? tensor.Outputs * blocks : 0];
        for (int row = 0; row < tensor.Outputs; row++)
        {
            WriteRow(new QuantizedTensor(tensor, parameters.Floats), row, codes, scales.AsSpan(row * blocks * sizeof(ushort)), isInt4 ? zeroPoints.AsSpan(row * blocks) : []);
            yield return codes;
        }
        yield return scales;
        yield return zeroPoints;
    }

    private static void WriteRow(QuantizedTensor tensor, int row, Span<byte> bytes, Span<byte> scales, Span<byte> zeroPoints)
    {
        Span<sbyte> codes = stackalloc sbyte[QuantizedPanel.Block];
        for (int block = 0; block < tensor.Blocks; block++)
        {
            Span<sbyte> some = codes[..tensor.Length(block)];
            BlockScale scale = tensor.Get(row, block, some);
            BinaryPrimitives.WriteUInt16LittleEndian(scales[(block * sizeof(ushort))..], scale.Bits);
            int first = block * QuantizedPanel.Block;
            if (zeroPoints.IsEmpty)
            {
                MemoryMarshal.AsBytes(some).CopyTo(bytes[first..]);
                continue;
            }
            zeroPoints[block] = (byte)scale.ZeroPoint;
            for (int i = 0; i < some.Length; i += 2)
                bytes[(first + i) / 2] = (byte)((byte)some[i] | (i + 1 < some.Length ? (byte)some[i + 1] << 4 : 0));
        }
    }
}
