using System;
using System.Runtime.InteropServices;
using MoE.Layers;

namespace MoE.Persistence;

/// <summary>A matrix of codes in a parameter buffer, block by block.</summary>
internal readonly ref struct QuantizedTensor(TensorLayout tensor, Span<float> floats)
{
    private const int Block = QuantizedPanel.Block;

    private readonly TensorLayout _tensor = tensor;
    private readonly Span<float> _floats = floats;
    private readonly int _blocks = QuantizedPanel.Blocks(tensor.Inputs);

    /// <summary>Blocks of an output.</summary>
    public int Blocks => _blocks;

    private bool IsInt4 => _tensor.Format == WeightFormat.Int4;

    /// <summary>How many inputs a block has.</summary>
    public int Length(int block) => Math.Min(Block, _tensor.Inputs - (block * Block));

    /// <summary>Rounds elements [first, first + values.Length), whole blocks of them.</summary>
    public void Round(int first, ReadOnlySpan<float> values)
    {
        Span<sbyte> codes = stackalloc sbyte[Block];
        (int row, int input) = Math.DivRem(first, _tensor.Inputs);
        for (int block = input / Block; values.Length > 0; block++)
        {
            if (block == _blocks) (row, block) = (row + 1, 0);
            int length = Length(block);
            BlockScale scale = IsInt4 ? Int4Codes.Round(values[..length], codes) : Int8Codes.Round(values[..length], codes);
            Set(row, block, codes[..length], scale);
            values = values[length..];
        }
    }

    /// <summary>Elements [first, first + values.Length) as they are computed with.</summary>
    public void Widen(int first, Span<float> values)
    {
        Span<sbyte> codes = stackalloc sbyte[Block];
        (int row, int input) = Math.DivRem(first, _tensor.Inputs);
        for (int block = input / Block; values.Length > 0; block++)
        {
            if (block == _blocks) (row, block) = (row + 1, 0);
            int length = Length(block);
            Get(row, block, codes[..length]).Widen(codes[..length], values);
            values = values[length..];
        }
    }

    /// <summary>Replaces a block.</summary>
    public void Set(int row, int block, ReadOnlySpan<sbyte> codes, BlockScale scale)
    {
        Span<byte> panel = Panel(row);
        int output = row % QuantizedPanel.Width;
        Span<byte> bytes = panel[(block * QuantizedPanel.BlockBytes(_tensor.Format))..];
        for (int input = 0; input < codes.Length; input++)
        {
            ref byte place = ref bytes[QuantizedPanel.CodeByte(_tensor.Format, output, input)];
            if (!IsInt4)
                place = (byte)(codes[input] + QuantizedPanel.Bias);
            else if (QuantizedPanel.IsUpperHalf(input))
                place = (byte)((place & 0x0F) | ((byte)codes[input] << 4));
            else
                place = (byte)((place & 0xF0) | (byte)codes[input]);
        }
        int at = QuantizedPanel.ScaleByte(_tensor.Format, output, block, _blocks);
        MemoryMarshal.Write(panel[at..], scale.Bits);
        if (IsInt4)
            MemoryMarshal.Write(panel[(at - sizeof(ushort))..], (ushort)scale.ZeroPoint);
    }

    /// <summary>Reads a block.</summary>
    public BlockScale Get(int row, int block, Span<sbyte> codes)
    {
        ReadOnlySpan<byte> panel = Panel(row);
        int output = row % QuantizedPanel.Width;
        ReadOnlySpan<byte> bytes = panel[(block * QuantizedPanel.BlockBytes(_tensor.Format))..];
        for (int input = 0; input < codes.Length; input++)
        {
            int place = bytes[QuantizedPanel.CodeByte(_tensor.Format, output, input)];
            codes[input] = (sbyte)(!IsInt4 ? place - QuantizedPanel.Bias : QuantizedPanel.IsUpperHalf(input) ? place >> 4 : place & 0x0F);
        }
        int at = QuantizedPanel.ScaleByte(_tensor.Format, output, block, _blocks);
        ushort scale = MemoryMarshal.Read<ushort>(panel[at..]);
        return new BlockScale(scale, IsInt4 ? MemoryMarshal.Read<ushort>(panel[(at - sizeof(ushort))..]) : 0);
    }

    // The panels of a group of outputs are as far apart as the placement says, and another tensor's may lie between them.
    private Span<byte> Panel(int row) => MemoryMarshal.AsBytes(_floats.Slice(
        _tensor.Placement.Offset + (row / QuantizedPanel.Width * _tensor.Placement.GroupStride), QuantizedPanel.Floats(_tensor.Format, _tensor.Inputs)));
}
