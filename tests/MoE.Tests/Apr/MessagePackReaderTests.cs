using System;
using System.Linq;
using MoE.Persistence.Apr;
using Shouldly;
using Xunit;

namespace MoE.Tests.Apr;

public class MessagePackReaderTests
{
    // One of each type, with as many bytes behind it as it says.
    public static TheoryData<string> EachType => new()
    {
        "00", "7F", "80", "81 A1 61 01", "90", "92 01 02", "A0", "A3 61 62 63", "C0", "C2", "C3",
        "C4 01 FF", "C5 0002 FFFF", "C6 00000001 FF", "C7 02 05 FFFF", "C8 0001 05 FF", "C9 00000001 05 FF",
        "CA 3F800000", "CB 3FF0000000000000", "CC FF", "CD FFFF", "CE FFFFFFFF", "CF FFFFFFFFFFFFFFFF",
        "D0 FF", "D1 FFFF", "D2 FFFFFFFF", "D3 FFFFFFFFFFFFFFFF",
        "D4 05 FF", "D5 05 FFFF", "D6 05 FFFFFFFF", "D7 05 FFFFFFFFFFFFFFFF", "D8 05 FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
        "D9 02 6161", "DA 0001 61", "DB 00000001 61", "DC 0002 01 02", "DD 00000001 C0", "DE 0001 A1 61 C0", "DF 00000001 A1 61 90", "E0", "FF",
        "83 A1 61 92 91 90 C0 A1 62 81 A1 63 CB 0000000000000000 A1 64 C3",
    };

    [Theory]
    [MemberData(nameof(EachType))]
    public void A_value_is_skipped_with_all_that_it_holds(string value)
    {
        byte[] skipped = Hex(value);
        byte[] metadata = [0x82, 0xA1, (byte)'x', .. skipped, 0xAA, .. "model_name"u8, 0xA1, (byte)'m'];
        AprMetadata.Read(metadata).ShouldBe(new AprMetadata(null, null, "m"));
        for (int length = 0; length < metadata.Length; length++)
            Should.Throw<ModelFormatException>(() => AprMetadata.Read(metadata.AsSpan(0, length)));
    }

    [Theory]
    [InlineData("DE 0001", 3)]
    [InlineData("DF 00000001", 5)]
    public void Maps_and_texts_of_all_widths(string map, int width)
    {
        foreach (string text in (string[])["A1 6D", "D9 01 6D", "DA 0001 6D", "DB 00000001 6D"])
            AprMetadata.Read([.. Hex(map), 0xAA, .. "model_name"u8, .. Hex(text)]).ModelName.ShouldBe("m");
        Hex(map).Length.ShouldBe(width);
    }

    [Fact]
    public void Depth_costs_no_stack()
    {
        byte[] deep = [0x81, 0xA1, (byte)'x', .. Enumerable.Repeat((byte)0x91, 1_000_000), 0xC0];
        AprMetadata.Read(deep).ShouldBe(new AprMetadata(null, null, null));
    }

    [Theory]
    [InlineData("81 A1 78 C1", "type 0xC1 is no type")]
    [InlineData("81 A1 78 DD FFFFFFFF", "1 bytes were expected, 0 are left")]
    [InlineData("81 A1 78 DF FFFFFFFF C0", "1 bytes were expected, 0 are left")]
    [InlineData("81 A1 78 C6 FFFFFFFF", "4294967295 bytes were expected, 0 are left")]
    [InlineData("DF FFFFFFFF A1 78 C0", "1 bytes were expected, 0 are left")]
    [InlineData("81 DB FFFFFFFF 61", "4294967295 bytes were expected, 1 are left")]
    [InlineData("81 01 01", "a text was expected, type 0x01 came")]
    public void Claims_that_are_not_held(string metadata, string message) =>
        Should.Throw<ModelFormatException>(() => AprMetadata.Read(Hex(metadata))).Message.ShouldContain(message);

    private static byte[] Hex(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));
}
