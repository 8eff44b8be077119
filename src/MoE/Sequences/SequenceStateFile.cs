using System;
using System.Buffers.Binary;
using System.ComponentModel;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using MoE.Persistence;

namespace MoE.Sequences;

/// <summary>A state in a stream: eight letters, the checksum of the rest, the model's declaration, position and capacity, the floats.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SequenceStateFile
{
    private const int ChunkBytes = 64 * 1024;

    // Position, capacity and the number of floats, each four bytes, behind the declaration and its length.
    private const int NumberBytes = 12;

    private static ReadOnlySpan<byte> Magic => "MOESTATE"u8;

    internal static void Write(SequenceState state, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        byte[] declaration = Encoding.UTF8.GetBytes(state.Shape.Model);
        byte[] head = new byte[sizeof(int) + declaration.Length + NumberBytes];
        BinaryPrimitives.WriteInt32LittleEndian(head, declaration.Length);
        declaration.CopyTo(head, sizeof(int));
        Span<byte> numbers = head.AsSpan(sizeof(int) + declaration.Length);
        BinaryPrimitives.WriteInt32LittleEndian(numbers, state.Position);
        BinaryPrimitives.WriteInt32LittleEndian(numbers[4..], state.Capacity);
        BinaryPrimitives.WriteInt32LittleEndian(numbers[8..], state.Floats.Length);
        ReadOnlySpan<byte> floats = MemoryMarshal.AsBytes<float>(state.Floats);
        Crc32 checksum = default;
        checksum.Append(head);
        checksum.Append(floats);
        Span<byte> check = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(check, checksum.Value);
        stream.Write(Magic);
        stream.Write(check);
        stream.Write(head);
        stream.Write(floats);
    }

    /// <summary>Reads exactly one state of a model.</summary>
    /// <exception cref="ModelFormatException">It is damaged, or of another model.</exception>
    public static SequenceState Read(StateShape shape, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!Take(stream, Magic.Length).SequenceEqual(Magic))
            throw new ModelFormatException("The stream holds no sequence state: it must begin with MOESTATE, as SequenceState.Save writes.");
        uint expected = BinaryPrimitives.ReadUInt32LittleEndian(Take(stream, sizeof(uint)));
        byte[] length = Take(stream, sizeof(int));
        byte[] own = Encoding.UTF8.GetBytes(shape.Model);
        int came = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (came != own.Length)
            throw OtherModel(shape);
        byte[] declaration = Take(stream, own.Length);
        if (!declaration.AsSpan().SequenceEqual(own))
            throw OtherModel(shape);
        byte[] numbers = Take(stream, NumberBytes);
        int position = BinaryPrimitives.ReadInt32LittleEndian(numbers);
        int capacity = BinaryPrimitives.ReadInt32LittleEndian(numbers.AsSpan(4));
        int floats = BinaryPrimitives.ReadInt32LittleEndian(numbers.AsSpan(8));
        if (capacity < 1 || position < 0 || position > shape.Limit(capacity) || Floats(shape, capacity) != floats)
            throw new ModelFormatException($"The sequence state is damaged: {position} rows of {capacity} in {floats} floats cannot be.");
        byte[] data = Take(stream, checked(floats * sizeof(float)));
        Crc32 checksum = default;
        foreach (byte[] part in new[] { length, declaration, numbers, data })
            checksum.Append(part);
        if (checksum.Value != expected)
            throw new ModelFormatException($"The sequence state is damaged: its checksum is {checksum.Value:x8}, but {expected:x8} was written.");
        SequenceState state = new(shape, capacity) { Position = position };
        MemoryMarshal.Cast<byte, float>(data).CopyTo(state.Floats);
        return state;
    }

    private static long Floats(StateShape shape, int capacity)
    {
        try
        {
            return shape.Floats(capacity);
        }
        catch (OverflowException)
        {
            return -1;
        }
    }

    // Memory grows with what is there, not with what a number says.
    private static byte[] Take(Stream stream, int count)
    {
        byte[] bytes = new byte[Math.Min(count, ChunkBytes)];
        int taken = 0;
        while (taken < count)
        {
            if (taken == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min(count, 2L * bytes.Length));
            int read = stream.Read(bytes, taken, bytes.Length - taken);
            if (read == 0)
                throw new ModelFormatException("The sequence state is cut off.");
            taken += read;
        }
        return bytes;
    }

    private static ModelFormatException OtherModel(StateShape shape) => new($"The sequence state is another model's: expected one of '{shape.Model}'.");
}
