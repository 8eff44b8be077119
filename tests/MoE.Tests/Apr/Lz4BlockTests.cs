using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using MoE.Persistence.Apr;
using Shouldly;
using Xunit;

namespace MoE.Tests.Apr;

public class Lz4BlockTests
{
    [Fact]
    public void Literals_and_matches_that_overlap()
    {
        // "ab", then 4 + 5 bytes from 2 back, then "c".
        byte[] block = [0x25, .. "ab"u8, 2, 0, 0x10, .. "c"u8];
        Encoding.ASCII.GetString(Lz4Block.Decode(block, 12)).ShouldBe("abababababac");
    }

    [Fact]
    public void Long_matches()
    {
        // "x", then 4 + 15 + 255 + 3 more, then nothing.
        byte[] block = [0x1F, (byte)'x', 1, 0, 255, 3, 0x00];
        Encoding.ASCII.GetString(Lz4Block.Decode(block, 278)).ShouldBe(new string('x', 278));
    }

    [Fact]
    public void Nothing() => Lz4Block.Decode([0], 0).ShouldBeEmpty();

    [Fact]
    public void Any_bytes_come_back()
    {
        Random random = new(5);
        for (int i = 0; i < 300; i++)
        {
            byte[] bytes = [.. Enumerable.Range(0, random.Next(2000)).Select(_ => (byte)random.Next(3))];
            Lz4Block.Decode(Encode(bytes), bytes.Length).ShouldBe(bytes);
        }
    }

    [Theory]
    [InlineData("30 61", 3, "claims 3 bytes as they are; 1 are left")]
    [InlineData("20 61 62", 1, "is longer than the 1 bytes")]
    [InlineData("10 61 00 00 00", 5, "repeats what lies 0 bytes back")]
    [InlineData("10 61 02 00 00", 5, "repeats what lies 2 bytes back; 1 are there")]
    [InlineData("10 61 01 00 00", 4, "is longer than the 4 bytes")]
    [InlineData("10 61 01 00 00", 6, "ends after 5 bytes; 6 were expected")]
    [InlineData("10 61 01", 5, "ends within a sequence")]
    [InlineData("F0 FF", 200, "ends within a sequence")]
    [InlineData("10 61 01 00", 5, "ends within a sequence")]
    [InlineData("", 0, "ends within a sequence")]
    [InlineData("00", 256, "has 1 bytes, which cannot be 256")]
    public void What_is_no_block(string block, int size, string message) =>
        Should.Throw<ModelFormatException>(() => Lz4Block.Decode(Convert.FromHexString(block.Replace(" ", "", StringComparison.Ordinal)), size))
            .Message.ShouldContain(message);

    [Fact]
    public void Any_flip_is_decoded_or_refused()
    {
        byte[] bytes = [.. Enumerable.Range(0, 300).Select(i => (byte)(i * i / 7 % 5))];
        byte[] block = Encode(bytes);
        block.Length.ShouldBeLessThan(bytes.Length);
        for (int bit = 0; bit < 8 * block.Length; bit++)
        {
            byte[] flipped = [.. block];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Guard.Run(() => { Lz4Block.Decode(flipped, bytes.Length); return AprSamples.Linear; }, block.Length);
        }
    }

    // The nearest match of 4 bytes or more, or a literal.
    private static byte[] Encode(byte[] bytes)
    {
        List<byte> block = [], literals = [];
        for (int at = 0; at < bytes.Length;)
        {
            (int offset, int length) = LongestMatch(bytes, at);
            if (length < 4)
            {
                literals.Add(bytes[at++]);
                continue;
            }
            Sequence(block, literals, length - 4);
            block.AddRange([(byte)offset, (byte)(offset >> 8)]);
            Rest(block, length - 4);
            at += length;
        }
        Sequence(block, literals, 0);
        return [.. block];
    }

    private static (int Offset, int Length) LongestMatch(byte[] bytes, int at)
    {
        (int Offset, int Length) best = (0, 0);
        for (int offset = 1; offset <= Math.Min(at, 64); offset++)
        {
            int length = 0;
            while (at + length < bytes.Length && bytes[at + length] == bytes[at + length - offset]) length++;
            if (length > best.Length) best = (offset, length);
        }
        return best;
    }

    private static void Sequence(List<byte> block, List<byte> literals, int match)
    {
        block.Add((byte)((Math.Min(literals.Count, 15) << 4) | Math.Min(match, 15)));
        Rest(block, literals.Count);
        block.AddRange(literals);
        literals.Clear();
    }

    private static void Rest(List<byte> block, int length)
    {
        if (length < 15) return;
        for (length -= 15; length >= 255; length -= 255) block.Add(255);
        block.Add((byte)length);
    }
}
