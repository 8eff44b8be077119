using System;
using System.Linq;
using MoE.Persistence;
using Shouldly;
using Xunit;

namespace MoE.Tests.Persistence;

public class Crc32Tests
{
    [Theory]
    [InlineData("", 0u)]
    [InlineData("a", 0xe8b7be43)]
    [InlineData("123456789", 0xcbf43926)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414fa339)]
    public void Gives_the_published_values(string text, uint expected)
    {
        Crc32 crc = default;
        crc.Append(System.Text.Encoding.ASCII.GetBytes(text));
        crc.Value.ShouldBe(expected);
    }

    [Fact]
    public void Does_not_depend_on_how_the_bytes_are_cut()
    {
        byte[] bytes = [.. Enumerable.Range(0, 100).Select(i => (byte)(i * 37))];
        Crc32 whole = default;
        whole.Append(bytes);
        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            Crc32 parts = default;
            parts.Append(bytes.AsSpan(0, cut));
            parts.Append(bytes.AsSpan(cut));
            parts.Value.ShouldBe(whole.Value);
        }
    }
}
