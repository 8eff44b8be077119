using System;
using System.Buffers.Binary;
using System.ComponentModel;

namespace MoE.Persistence;

/// <summary>CRC-32 (IEEE 802.3: reflected, polynomial 0xEDB88320), eight bytes at a time (Intel's "slicing-by-8").</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Crc32
{
    private const uint Polynomial = 0xEDB88320;

    // Tables[256 * n + b] is the remainder of byte b followed by n zero bytes.
    private static readonly uint[] Tables = CreateTables();

    private uint _complement;

    /// <summary>The checksum of all bytes so far.</summary>
    public readonly uint Value => _complement;

    /// <summary>Takes in the next bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<uint> tables = Tables;
        uint remainder = ~_complement;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ remainder;
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            remainder = tables[0x700 + (int)(low & 0xFF)] ^ tables[0x600 + (int)((low >> 8) & 0xFF)]
                ^ tables[0x500 + (int)((low >> 16) & 0xFF)] ^ tables[0x400 + (int)(low >> 24)]
                ^ tables[0x300 + (int)(high & 0xFF)] ^ tables[0x200 + (int)((high >> 8) & 0xFF)]
                ^ tables[0x100 + (int)((high >> 16) & 0xFF)] ^ tables[(int)(high >> 24)];
        }
        foreach (byte value in bytes) remainder = (remainder >> 8) ^ tables[(byte)(remainder ^ value)];
        _complement = ~remainder;
    }

    private static uint[] CreateTables()
    {
        uint[] tables = new uint[8 * 256];
        for (uint value = 0; value < 256; value++)
        {
            uint remainder = value;
            for (int bit = 0; bit < 8; bit++) remainder = (remainder >> 1) ^ ((remainder & 1) * Polynomial);
            tables[value] = remainder;
        }
        for (int i = 256; i < tables.Length; i++) tables[i] = (tables[i - 256] >> 8) ^ tables[(byte)tables[i - 256]];
        return tables;
    }
}
