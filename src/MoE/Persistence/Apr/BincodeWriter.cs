using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace MoE.Persistence.Apr;

/// <summary>Writes what Rust's bincode 1.3 reads by its functions; see <see cref="BincodeReader"/>.</summary>
internal readonly ref struct BincodeWriter(IBufferWriter<byte> output)
{
    /// <summary>A bool.</summary>
    public void Bool(bool value) => Byte(value ? (byte)1 : (byte)0);

    /// <summary>The tag of an Option: whether a value follows.</summary>
    public void IsSome(bool some) => Bool(some);

    /// <summary>A u32, such as the number of a variant.</summary>
    public void UInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(output.GetSpan(sizeof(uint)), value);
        output.Advance(sizeof(uint));
    }

    /// <summary>A u64, a usize or a length.</summary>
    public void UInt64(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(output.GetSpan(sizeof(ulong)), value);
        output.Advance(sizeof(ulong));
    }

    /// <summary>A u64 or nothing.</summary>
    public void OptionalUInt64(ulong? value)
    {
        IsSome(value is not null);
        if (value is { } some) UInt64(some);
    }

    /// <summary>A usize that counts something.</summary>
    public void Count(int value) => UInt64((ulong)value);

    /// <summary>An f32.</summary>
    public void Single(float value)
    {
        BinaryPrimitives.WriteSingleLittleEndian(output.GetSpan(sizeof(float)), value);
        output.Advance(sizeof(float));
    }

    /// <summary>A vector of f32.</summary>
    public void Singles(ReadOnlySpan<float> values)
    {
        Count(values.Length);
        foreach (float value in values) Single(value);
    }

    /// <summary>A vector of f32 or nothing.</summary>
    public void OptionalSingles(float[]? values)
    {
        IsSome(values is not null);
        if (values is not null) Singles(values);
    }

    /// <summary>A string.</summary>
    public void Text(string text)
    {
        Count(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, output);
    }

    /// <summary>Bytes without their length.</summary>
    public void Raw(ReadOnlySpan<byte> bytes) => output.Write(bytes);

    private void Byte(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }
}
