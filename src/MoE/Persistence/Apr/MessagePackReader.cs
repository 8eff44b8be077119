using System;
using System.Buffers.Binary;
using System.Text;

namespace MoE.Persistence.Apr;

/// <summary>Reads as much of MessagePack (https://github.com/msgpack/msgpack/blob/master/spec.md) as metadata needs: a map's texts; all else is skipped.</summary>
internal ref struct MessagePackReader(ReadOnlySpan<byte> bytes)
{
    private const byte Never = 0xC1;

    private readonly int _length = bytes.Length;
    private ReadOnlySpan<byte> _left = bytes;

    /// <summary>The number of a map's pairs.</summary>
    public uint Map()
    {
        byte type = Byte();
        return (type & 0xF0) == 0x80 ? type & 0x0Fu
            : type == 0xDE ? Number(2)
            : type == 0xDF ? Number(4)
            : throw Bad($"a map was expected, type 0x{type:X2} came");
    }

    /// <summary>A text.</summary>
    public string Text()
    {
        byte type = Byte();
        uint length = (type & 0xE0) == 0xA0 ? type & 0x1Fu
            : type == 0xD9 ? Number(1)
            : type == 0xDA ? Number(2)
            : type == 0xDB ? Number(4)
            : throw Bad($"a text was expected, type 0x{type:X2} came");
        return Encoding.UTF8.GetString(Take(length));
    }

    /// <summary>Leaves out a value with all that it holds. Without recursion: the file decides how deep it is.</summary>
    public void Skip()
    {
        // A value takes at least a byte, so however many are claimed, this ends with the bytes.
        for (ulong values = 1; values > 0; values--) values += SkipHead();
    }

    /// <summary>Refuses bytes that follow.</summary>
    public readonly void End()
    {
        if (!_left.IsEmpty) throw Bad($"{_left.Length} bytes follow the map");
    }

    // Leaves out a value but for the values that it holds; how many those are.
    private ulong SkipHead()
    {
        byte type = Byte();
        switch (type)
        {
            case < 0x80 or >= 0xE0:
                return 0;
            case < 0x90:
                return 2 * (type & 0x0Fu);
            case < 0xA0:
                return type & 0x0Fu;
            case < 0xC0:
                Take(type & 0x1Fu);
                return 0;
            case Never:
                throw Bad($"type 0x{type:X2} is no type");
            case < 0xC4:
                return 0;
            case < 0xC7:
                Take(Number(1 << (type - 0xC4)));
                return 0;
            case < 0xCA:
                // Extensions have a type of their own.
                Take(Number(1 << (type - 0xC7)));
                Take(1);
                return 0;
            case < 0xCC:
                Take(type == 0xCA ? 4u : 8u);
                return 0;
            case < 0xD4:
                Take(1u << (type & 3));
                return 0;
            case < 0xD9:
                Take((1u << (type - 0xD4)) + 1);
                return 0;
            case < 0xDC:
                Take(Number(1 << (type - 0xD9)));
                return 0;
            case < 0xDE:
                return Number(2 << (type - 0xDC));
            default:
                return 2ul * Number(2 << (type - 0xDE));
        }
    }

    private uint Number(int bytes)
    {
        ReadOnlySpan<byte> number = Take((uint)bytes);
        return bytes switch
        {
            1 => number[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(number),
            _ => BinaryPrimitives.ReadUInt32BigEndian(number),
        };
    }

    private byte Byte() => Take(1)[0];

    private ReadOnlySpan<byte> Take(uint count)
    {
        if (count > (uint)_left.Length) throw Bad($"{count} bytes were expected, {_left.Length} are left");
        ReadOnlySpan<byte> taken = _left[..(int)count];
        _left = _left[(int)count..];
        return taken;
    }

    private readonly ModelFormatException Bad(string what) =>
        new($"The metadata is no valid MessagePack: before byte {_length - _left.Length} of it, {what}.");
}
