using System;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace MoE.Persistence.Apr;

/// <summary>
/// Reads what Rust's bincode 1.3 writes by its functions: little-endian, fixed sizes, lengths of 8 bytes, no names. The bytes are
/// hostile: a length is compared with the bytes that are left before anything is allocated.
/// </summary>
/// <remarks>Each method takes the field's name, for messages, and throws a <see cref="ModelFormatException"/>.</remarks>
internal ref struct BincodeReader(ReadOnlySpan<byte> bytes)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly int _length = bytes.Length;
    private ReadOnlySpan<byte> _left = bytes;

    /// <summary>A bool, 0 or 1.</summary>
    public bool Bool(string field) => Take(field, 1)[0] switch
    {
        0 => false,
        1 => true,
        byte other => throw Bad(field, $"must be 0 (no) or 1 (yes); {other} came"),
    };

    /// <summary>The tag of an Option: whether a value follows.</summary>
    public bool IsSome(string field) => Take(field, 1)[0] switch
    {
        0 => false,
        1 => true,
        byte other => throw Bad(field, $"begins with 0 (none) or 1 (a value); {other} came"),
    };

    /// <summary>Which variant of an enum follows, below a count.</summary>
    public uint Variant(string field, uint count)
    {
        uint variant = UInt32(field);
        return variant < count ? variant : throw Bad(field, $"must be a variant below {count}; {variant} came");
    }

    /// <summary>A u32.</summary>
    public uint UInt32(string field) => BinaryPrimitives.ReadUInt32LittleEndian(Take(field, sizeof(uint)));

    /// <summary>A u64, or a usize.</summary>
    public ulong UInt64(string field) => BinaryPrimitives.ReadUInt64LittleEndian(Take(field, sizeof(ulong)));

    /// <summary>A u64 or nothing.</summary>
    public ulong? OptionalUInt64(string field) => IsSome(field) ? UInt64(field) : null;

    /// <summary>A usize that counts or numbers something: at most 2^31 - 1.</summary>
    public int Count(string field)
    {
        ulong count = UInt64(field);
        return count <= int.MaxValue ? (int)count : throw Bad(field, $"must be at most {int.MaxValue}; {count} came");
    }

    /// <summary>How many elements follow.</summary>
    /// <param name="field">The vector's name.</param>
    /// <param name="elementBytes">The fewest bytes that an element takes.</param>
    public int Length(string field, int elementBytes)
    {
        ulong length = UInt64(field);
        return length <= (ulong)(_left.Length / elementBytes)
            ? (int)length
            : throw Bad(field, $"claims {length} elements of at least {elementBytes} bytes; {_left.Length} bytes are left");
    }

    /// <summary>An f32.</summary>
    public float Single(string field) => BinaryPrimitives.ReadSingleLittleEndian(Take(field, sizeof(float)));

    /// <summary>A vector of f32.</summary>
    public float[] Singles(string field)
    {
        float[] values = new float[Length(field, sizeof(float))];
        Take(field, values.Length * sizeof(float)).CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
        FloatFormats.ToLittleEndian(values);
        return values;
    }

    /// <summary>A vector of f32 or nothing.</summary>
    public float[]? OptionalSingles(string field) => IsSome(field) ? Singles(field) : null;

    /// <summary>A string.</summary>
    public string Text(string field)
    {
        ReadOnlySpan<byte> utf8 = Take(field, Length(field, 1));
        try
        {
            return StrictUtf8.GetString(utf8);
        }
        catch (DecoderFallbackException error)
        {
            throw new ModelFormatException($"{field} is no valid UTF-8: the file is damaged.", error);
        }
    }

    /// <summary>Whether the next bytes are these; they are left where they are.</summary>
    public readonly bool IsAt(ReadOnlySpan<byte> mark) => _left.StartsWith(mark);

    /// <summary>Leaves out bytes.</summary>
    public void Skip(string field, int count) => Take(field, count);

    /// <summary>Leaves out a vector and says how many elements it had.</summary>
    public int SkipVector(string field, int elementBytes)
    {
        int length = Length(field, elementBytes);
        Skip(field, length * elementBytes);
        return length;
    }

    /// <summary>Refuses bytes that follow.</summary>
    public readonly void End()
    {
        if (!_left.IsEmpty)
            throw new ModelFormatException(
                $"{_left.Length} bytes follow the mixture, which ends at byte {_length - _left.Length} of the payload: experts of another kind, or the file is damaged.");
    }

    private ReadOnlySpan<byte> Take(string field, int count)
    {
        if (count > _left.Length) throw Bad(field, $"takes {count} bytes; {_left.Length} are left. The file is truncated, or its experts are of another kind");
        ReadOnlySpan<byte> taken = _left[..count];
        _left = _left[count..];
        return taken;
    }

    private readonly ModelFormatException Bad(string field, string what) =>
        new($"{field} {what} (before byte {_length - _left.Length} of the payload).");
}
