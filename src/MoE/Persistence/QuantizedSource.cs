using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using MoE.Layers;

namespace MoE.Persistence;

/// <summary>A matrix that a file holds as codes: two or three tensors of it, in any order.</summary>
/// <param name="target">The model's matrix, of whatever format.</param>
/// <param name="parts">Codes, scales, and for codes of half a byte zero points.</param>
internal sealed class QuantizedSource(TensorLayout target, ImmutableArray<FileTensor> parts)
{
    private readonly byte[]?[] _bytes = new byte[]?[parts.Length];

    /// <summary>The file's tensors.</summary>
    public ImmutableArray<FileTensor> Parts => parts;

    private bool IsInt4 => parts.Length == 3;

    /// <summary>Those of a matrix in the model's own format, whose tensors begin at some byte of the data.</summary>
    public static QuantizedSource Own(TensorLayout target, long begin)
    {
        List<FileTensor> parts = [];
        foreach (StoredTensor stored in target.Stored)
        {
            parts.Add(new FileTensor(stored.Name, stored.Dtype, [], begin, begin + stored.Bytes));
            begin += stored.Bytes;
        }
        return new QuantizedSource(target, [.. parts]);
    }

    /// <summary>Those of a file that another program may have written.</summary>
    /// <exception cref="ModelFormatException">A tensor's shape or dtype is not what codes of the model's matrix have.</exception>
    public static QuantizedSource Of(TensorLayout target, ImmutableArray<FileTensor> parts)
    {
        WeightFormat format = parts.Length == 3 ? WeightFormat.Int4 : WeightFormat.Int8;
        if (target.Shape.Length != 2)
            throw new ModelFormatException($"Tensor '{NearNames.Clip(parts[0].Name)}' is {format}, but the model's '{target.Name}' is no matrix of weights.");
        foreach ((FileTensor part, StoredTensor expected) in parts.Zip(StoredTensor.Of(target with { Format = format })))
        {
            if (part.Dtype != expected.Dtype || !part.Shape.AsSpan().SequenceEqual([.. expected.Shape.Select(size => (long)size)]) || part.End - part.Begin != expected.Bytes)
                throw new ModelFormatException(
                    $"Tensor '{NearNames.Clip(part.Name)}' is {NearNames.Clip(part.Dtype)} [{string.Join(", ", part.Shape)}] of {part.End - part.Begin} bytes; {expected.Dtype} [{string.Join(", ", expected.Shape)}] was expected of {format} weights.");
        }
        return new QuantizedSource(target, parts);
    }

    /// <summary>Takes one of the tensors, and with the last one fills the model's matrix.</summary>
    /// <exception cref="ModelFormatException">A code, scale or zero point is none that can be.</exception>
    public void Take(FileTensor part, byte[] bytes, ParameterBuffer parameters)
    {
        _bytes[parts.IndexOf(part)] = bytes;
        if (Array.IndexOf(_bytes, null) >= 0) return;
        Span<sbyte> codes = stackalloc sbyte[QuantizedPanel.Block];
        float[] row = new float[target.Inputs];
        QuantizedTensor own = new(target, parameters.Floats);
        for (int output = 0; output < target.Outputs; output++)
        {
            for (int block = 0; block < own.Blocks; block++)
            {
                Span<sbyte> some = codes[..own.Length(block)];
                BlockScale scale = Read(output, block, own.Blocks, some);
                if (HasItsFormat)
                    own.Set(output, block, some, scale);
                else
                    scale.Widen(some, row.AsSpan(block * QuantizedPanel.Block));
            }
            if (!HasItsFormat) parameters.Load(target, output * target.Inputs, row);
        }
        Array.Clear(_bytes);
    }

    private bool HasItsFormat => target.Format == (IsInt4 ? WeightFormat.Int4 : WeightFormat.Int8);

    private BlockScale Read(int output, int block, int blocks, Span<sbyte> codes)
    {
        int first = block * QuantizedPanel.Block, at = (output * blocks) + block;
        for (int i = 0; i < codes.Length; i++)
        {
            int input = first + i;
            int code = IsInt4
                ? (_bytes[0]![((long)output * ((target.Inputs + 1) / 2)) + (input / 2)] >> (4 * (input % 2))) & 0x0F
                : (sbyte)_bytes[0]![((long)output * target.Inputs) + input];
            if (code == sbyte.MinValue) throw Bad(0, output, "a code is -128; -127 to 127 are possible");
            codes[i] = (sbyte)code;
        }
        BlockScale scale = new(BinaryPrimitives.ReadUInt16LittleEndian(_bytes[1].AsSpan(at * sizeof(ushort))), IsInt4 ? _bytes[2]![at] : 0);
        if (scale.ZeroPoint > Int4Codes.Most) throw Bad(2, output, $"a zero point is {scale.ZeroPoint}; 0 to {Int4Codes.Most} are possible");
        // The sign bit makes it negative, or -0.
        return (scale.Bits >> 15) == 0 && float.IsFinite(scale.Value * Int8Codes.Most)
            ? scale
            : throw Bad(1, output, $"a scale is {scale.Value}; it must be finite, also 127 times as large, and at least 0");
    }

    private ModelFormatException Bad(int part, int output, string why) => new($"Tensor '{NearNames.Clip(parts[part].Name)}', row {output}: {why}. The file is damaged.");
}
