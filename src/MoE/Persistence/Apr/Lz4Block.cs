using System;

namespace MoE.Persistence.Apr;

/// <summary>Decodes a raw LZ4 block (https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md).</summary>
internal ref struct Lz4Block
{
    // A length grows by at most 255 for each byte.
    private const int MaxRatio = 255;
    private const int ShortestMatch = 4;

    private readonly Span<byte> _output;
    private ReadOnlySpan<byte> _left;
    private int _written;

    private Lz4Block(ReadOnlySpan<byte> block, Span<byte> output)
    {
        _left = block;
        _output = output;
    }

    /// <summary>Decodes a block of known size.</summary>
    /// <exception cref="ModelFormatException">The block is damaged, or has another size.</exception>
    public static byte[] Decode(ReadOnlySpan<byte> block, int size)
    {
        if (size > (long)MaxRatio * block.Length)
            throw new ModelFormatException($"The LZ4 block has {block.Length} bytes, which cannot be {size} uncompressed: the file is damaged.");
        byte[] output = new byte[size];
        new Lz4Block(block, output).Decode();
        return output;
    }

    private void Decode()
    {
        while (true)
        {
            int token = Byte();
            Literals(Length(token >> 4));
            // The last sequence is literals alone.
            if (_left.IsEmpty) break;
            int offset = Byte() | (Byte() << 8);
            Match(offset, Length(token & 15) + ShortestMatch);
        }
        if (_written != _output.Length) throw Bad($"ends after {_written} bytes; {_output.Length} were expected");
    }

    private void Literals(long count)
    {
        if (count > _left.Length) throw Bad($"claims {count} bytes as they are; {_left.Length} are left");
        CheckSpace(count);
        _left[..(int)count].CopyTo(_output[_written..]);
        _left = _left[(int)count..];
        _written += (int)count;
    }

    private void Match(int offset, long count)
    {
        if (offset == 0 || offset > _written) throw Bad($"repeats what lies {offset} bytes back; {_written} are there");
        CheckSpace(count);
        // A match may overlap what it makes.
        for (int end = _written + (int)count; _written < end; _written++) _output[_written] = _output[_written - offset];
    }

    private readonly void CheckSpace(long count)
    {
        if (count > _output.Length - _written) throw Bad($"is longer than the {_output.Length} bytes that the header claims");
    }

    // 15 means that bytes follow and are added, until one is not 255.
    private long Length(int nibble)
    {
        long length = nibble;
        if (nibble < 15) return length;
        byte more;
        do length += more = Byte();
        while (more == byte.MaxValue);
        return length;
    }

    private byte Byte()
    {
        if (_left.IsEmpty) throw Bad("ends within a sequence");
        byte value = _left[0];
        _left = _left[1..];
        return value;
    }

    private static ModelFormatException Bad(string what) => new($"The LZ4 block {what}: the file is damaged.");
}
