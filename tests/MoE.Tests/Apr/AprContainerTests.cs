using System;
using System.Linq;
using System.Text;
using MoE.Persistence.Apr;
using Shouldly;
using Xunit;

namespace MoE.Tests.Apr;

public class AprContainerTests
{
    private static readonly AprExpertKind[] Kinds = [AprLinearRegression.Kind, AprLinearRegression.Kind];
    private static readonly TestContainer Good = new(WorkedExamples.LinearBincode);

    [Fact]
    public void The_test_s_own_container_is_right() => Good.ToBytes().ShouldBe(WorkedExamples.Linear);

    [Theory]
    [InlineData("APR1", "an APR1 file: tensors with JSON metadata")]
    [InlineData("APR2", "an APR2 file: the tensor container of aprender 0.19 to 0.23")]
    [InlineData("APR\0", "an APR v2 file: the tensor container for language models")]
    [InlineData("APRX", "begins with 'APR' and byte 0x58")]
    [InlineData("GGUF", "does not begin with 'APRN', so it was read as the bincode")]
    public void Another_magic(string magic, string message) => Refuse(Good with { Magic = magic }, message);

    [Fact]
    public void Versions()
    {
        Refuse(Good with { Major = 2, Minor = 3 }, "version 2.3 of aprender's APRN format; version 1 is known");
        Refuse(Good with { Major = 0 }, "version 0.0 of");
        Accept(Good with { Minor = 1 });
    }

    [Fact]
    public void Types()
    {
        Refuse(Good with { Type = 0x0004 }, "The model is a RandomForest (0x0004); a MixtureOfExperts (0x0040) was expected.");
        Refuse(Good with { Type = 0x0041 }, "The model is of an unknown type (0x0041); a MixtureOfExperts (0x0040) was expected.");
    }

    [Fact]
    public void Sizes()
    {
        Refuse(Good with { MetadataSize = 46 }, "describes a file of 170 bytes (46 of metadata, 88 of payload, 0 of signature); it has 171.");
        Refuse(Good with { PayloadSize = 89 }, "describes a file of 172 bytes");
        Refuse(Good with { MetadataSize = uint.MaxValue, PayloadSize = uint.MaxValue }, "describes a file of 8589934626 bytes");
        Refuse(Good with { Behind = [0] }, "describes a file of 171 bytes");
        Refuse(Good with { UncompressedSize = 87 }, "not compressed and has 88 bytes; the header claims 87");
        Refuse(Good with { UncompressedSize = (1u << 30) + 1 }, "claims 1073741825 bytes of uncompressed payload");
    }

    [Fact]
    public void Bytes_behind_the_mixture() => Refuse(Good with { Payload = [.. Good.Payload, 0] }, "1 bytes follow the mixture, which ends at byte 88");

    [Fact]
    public void Flags()
    {
        Refuse(Good with { Flags = 0x01 }, "The payload is encrypted, which is not supported.");
        Refuse(Good with { Flags = 0x04 }, "The file is marked Streaming");
        Refuse(Good with { Flags = 0x30 }, "The file is marked TruenoNative, Quantized");
        Accept(Good with { Flags = 0x08 | 0x40 | 0x80 });
    }

    [Fact]
    public void A_signature_is_skipped()
    {
        Accept(Good with { Flags = 0x02, Behind = [.. Enumerable.Repeat((byte)0xAB, 96)] });
        Refuse(Good with { Flags = 0x02, Behind = new byte[95] }, "describes a file of 267 bytes (47 of metadata, 88 of payload, 96 of signature); it has 266.");
        Refuse(Good with { Flags = 0x02 }, "describes a file of 267 bytes");
    }

    [Fact]
    public void Compression()
    {
        Refuse(Good with { Compression = 1 }, "compressed with zstd, which is not supported.");
        Refuse(Good with { Compression = 2 }, "compressed with zstd, which is not supported.");
        Refuse(Good with { Compression = 4 }, "compressed in an unknown way, 0x04");
    }

    [Fact]
    public void Lz4()
    {
        // 88 literals: 15 in the token, 73 behind it.
        TestContainer compressed = Good with { Compression = 3, UncompressedSize = 88, Payload = [88, 0, 0, 0, 0xF0, 73, .. Good.Payload] };
        Accept(compressed);
        Refuse(compressed with { UncompressedSize = 89 }, "must begin with its uncompressed size, 89 as in the header.");
        Refuse(compressed with { Payload = [88, 0, 0] }, "must begin with its uncompressed size");
        Refuse(compressed with { UncompressedSize = 1 << 30, Payload = [0, 0, 0, 0x40, 0xF0] }, "has 1 bytes, which cannot be 1073741824 uncompressed");
    }

    [Fact]
    public void Metadata()
    {
        Refuse(Good with { Metadata = [] }, "The metadata is no valid MessagePack: before byte 0 of it, 1 bytes were expected, 0 are left.");
        Refuse(Good with { Metadata = [0x90] }, "a map was expected, type 0x90 came");
        Refuse(Good with { Metadata = [0x80, 0] }, "1 bytes follow the map");
        Refuse(Good with { Metadata = [0x81, 0xAA, .. "created_at"u8, 5] }, "a text was expected, type 0x05 came");
        Accept(Good with { Metadata = [0x80] });
    }

    [Fact]
    public void A_file_that_ends_within_the_header()
    {
        Refuse(WorkedExamples.Linear[..3], "is truncated within its first bytes");
        Refuse(WorkedExamples.Linear[..35], "The file is truncated: at least 36 bytes were expected, 35 came.");
    }

    [Fact]
    public void A_checksum_that_is_wrong()
    {
        byte[] file = WorkedExamples.Linear;
        file[100] ^= 1;
        Refuse(file, "The file is truncated or was changed after saving: its CRC-32 is");
    }

    [Fact]
    public void Experts()
    {
        Refuse(Good.ToBytes(), [AprLinearRegression.Kind], "The file has 2 experts; 1 were expected.");
        Refuse(Good.ToBytes(), [AprLinearRegression.Kind, AprRidge.Kind], "whose mixtures have experts of one kind that it knows; LinearRegression, Ridge were expected.");
        Refuse(Good.ToBytes(), [MoeGenExpert.Kind, MoeGenExpert.Kind], "MoE.Gen were expected.");
        Refuse(Good.ToBytes(), [AprRidge.Kind, AprRidge.Kind], "the gate's n_features must be at most 2147483647");
        Refuse(Good.ToBytes(), [AprRandomForestRegressor.Kind, AprRandomForestRegressor.Kind], "(by aprender 0.65.2) fits none of the layouts that aprender's forests have had: as L2: Expert 0");
        Should.Throw<ArgumentException>(() => AprFile.Read(Good.ToBytes(), []));
    }

    [Fact]
    public void Gates()
    {
        Refuse(Gated(gate => gate.U64(1).U64(2).F32(1).Vector(1)), "The gate chooses among 2 experts; the mixture has 1.");
        Refuse(Gated(gate => gate.U64(0).U64(1).F32(1).Vector()), "The gate must have at least 1 feature; it has 0.");
        Refuse(Gated(gate => gate.U64(2).U64(1).F32(1).Vector(1)), "The gate's weights must be [2, 1], 2 values; 1 came.");
        Refuse(Gated(gate => gate.U64(1ul << 31).U64(1).F32(1).Vector(1)), "the gate's n_features must be at most 2147483647; 2147483648 came");
    }

    [Fact]
    public void Tags_are_0_or_1()
    {
        byte[] payload = WorkedExamples.LinearBincode;
        payload[8] = 2;
        Refuse(payload, "Expert 0, a LinearRegression: coefficients begins with 0 (none) or 1 (a value); 2 came (before byte 9 of the payload).");
        payload = WorkedExamples.LinearBincode;
        payload[25] = 255;
        Refuse(payload, "fit_intercept must be 0 (no) or 1 (yes); 255 came");
    }

    [Fact]
    public void What_aprender_could_not_hold_is_not_written()
    {
        AprMixture good = AprSamples.Linear;
        Should.Throw<ArgumentException>(() => AprSamples.Write(good with { Experts = [] })).Message.ShouldContain("without experts");
        Should.Throw<ArgumentException>(() => AprSamples.Write(good with { Gating = good.Gating with { Experts = 3 } })).Message.ShouldContain("chooses among 3");
        Should.Throw<ArgumentException>(() => AprSamples.Write(good with { Gating = good.Gating with { Weights = [1] } })).Message.ShouldContain("2 values; 1 came");
        Should.Throw<ArgumentException>(() => AprSamples.Write(good, new string('1', 256))).Message.ShouldContain("at most 255 bytes");
    }

    [Fact]
    public void A_long_version_is_written_in_a_byte_more()
    {
        string version = new('9', 32);
        byte[] file = AprSamples.Write(AprSamples.Linear, version);
        AprContainer.Open(file).Metadata.AprenderVersion.ShouldBe(version);
        file[72].ShouldBe((byte)0xD9);
        Encoding.ASCII.GetString(file, 74, 32).ShouldBe(version);
    }

    private static TestContainer Gated(Action<ByteBuilder> gate) =>
        new(new ByteBuilder().U64(1).Raw(0).F32(0).Raw(1).Then(gate).U64(1).F32(1).F32(0).F32(0).ToBytes());

    private static void Accept(TestContainer file) =>
        AprDescription.Of(AprFile.Read(file.ToBytes(), Kinds)).ShouldBe(AprDescription.Of(AprSamples.Linear));

    private static void Refuse(TestContainer file, string message) =>
        Refuse(file.ToBytes(), [.. Kinds.Take(file.Payload.AsSpan().StartsWith(new byte[] { 1, 0 }) ? 1 : 2)], message);

    private static void Refuse(byte[] file, string message) => Refuse(file, Kinds, message);

    private static void Refuse(byte[] file, AprExpertKind[] kinds, string message) =>
        Should.Throw<ModelFormatException>(() => AprFile.Read(file, kinds)).Message.ShouldContain(message);
}
