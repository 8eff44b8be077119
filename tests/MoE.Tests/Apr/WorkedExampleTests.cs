using System;
using MoE.Persistence;
using MoE.Persistence.Apr;
using Shouldly;
using Xunit;

namespace MoE.Tests.Apr;

public class WorkedExampleTests
{
    [Fact]
    public void Golden_header_metadata_and_checksum_are_read()
    {
        byte[] file = WorkedExamples.Golden;
        file.Length.ShouldBe(171);
        AprHeader.Read(file).ShouldBe(new AprHeader(AprModelType.LinearRegression, 74, 61, 61, AprCompression.None, AprFlags.None));
        AprMetadata.Read(file.AsSpan(32, 74)).ShouldBe(new AprMetadata("1700000000", "0.0.0-golden", "golden-v1"));
        Crc32 crc = default;
        crc.Append(file.AsSpan(..^4));
        crc.Value.ShouldBe(0x5948A065u);
    }

    [Fact]
    public void Golden_header_is_written_but_for_its_quality()
    {
        byte[] header = new byte[AprHeader.Size];
        new AprHeader(AprModelType.LinearRegression, 74, 61, 61, AprCompression.None, AprFlags.None).Write(header);
        header[22] = 85;
        header.ShouldBe(WorkedExamples.Golden[..32]);
    }

    [Fact]
    public void Golden_is_no_mixture() =>
        Should.Throw<ModelFormatException>(() => AprFile.Read(WorkedExamples.Golden, [AprLinearRegression.Kind])).Message
            .ShouldBe("The model is a LinearRegression (0x0001); a MixtureOfExperts (0x0040) was expected.");

    [Fact]
    public void Linear_is_read()
    {
        AprMixture mixture = AprFile.Read(WorkedExamples.Linear, [AprLinearRegression.Kind, AprLinearRegression.Kind]);
        AprDescription.Of(mixture).ShouldBe(AprDescription.Of(AprSamples.Linear));
        AprContainer.Open(WorkedExamples.Linear).Metadata.ShouldBe(new AprMetadata("1700000000", "0.65.2", null));
    }

    [Fact]
    public void Linear_is_written_byte_for_byte()
    {
        WorkedExamples.Linear.Length.ShouldBe(171);
        AprSamples.Write(AprSamples.Linear).ShouldBe(WorkedExamples.Linear);
    }

    [Fact]
    public void Bincode_of_linear_is_read_and_written_byte_for_byte()
    {
        AprMixture mixture = AprFile.Read(WorkedExamples.LinearBincode, [AprLinearRegression.Kind, AprLinearRegression.Kind]);
        AprDescription.Of(mixture).ShouldBe(AprDescription.Of(AprSamples.Linear));
        AprSamples.WriteBincode(mixture).ShouldBe(WorkedExamples.LinearBincode);
    }

    [Fact]
    public void A_description_tells_mixtures_apart() =>
        AprDescription.Of(AprSamples.Linear with { Config = new AprConfig(1, 1, 0, 0.01f) }).ShouldNotBe(AprDescription.Of(AprSamples.Linear));
}
