using System;
using System.Linq;
using MoE.Persistence.Apr;
using Shouldly;
using Xunit;

namespace MoE.Tests.Apr;

public class MoeGenExpertTests
{
    private static readonly MoeGenExpert Sample = new("FeedForward", [new AprTensor("0.weight", [2, 1], [1, 2]), new AprTensor("scale", [], [3])]);

    private static ByteBuilder Marked => new ByteBuilder().Raw("MoE.Gen"u8).Raw(0xFF);

    [Fact]
    public void Its_layout()
    {
        byte[] expected = Marked.U32(1).U64(2)
            .Text("MoE.Gen").Text("FeedForward").U64(2)
            .Text("0.weight").U64(2).U64(2).U64(1).Vector(1, 2)
            .Text("scale").U64(0).Vector(3)
            .Text("Ridge").F32(1).Raw(0).F32(0.5f).Raw(1)
            .GateAndConfig(1, 2).U64(0).ToBytes();
        AprMixture mixture = AprSamples.Of(Sample, new AprRidge(1, null, 0.5f, true));
        AprSamples.WriteBincode(mixture).ShouldBe(expected);
        AprDescription.Of(AprFile.Read(expected, AprSamples.KindsOf(mixture))).ShouldBe(AprDescription.Of(mixture));
    }

    [Fact]
    public void A_file_that_aprender_can_hold_has_no_mark()
    {
        AprSamples.WriteBincode(AprSamples.Of(new AprRidge(1, null, 0, true), new AprRidge(2, null, 0, true)))[0].ShouldBe((byte)2);
        AprSamples.WriteBincode(AprSamples.Of(new AprRidge(1, null, 0, true), new AprLinearRegression(null, 0, true)))[0].ShouldBe((byte)'M');
    }

    // aprender reads a vector of so many experts until one fails; with a single byte for each it would still run out of bytes.
    [Fact]
    public void As_a_number_of_experts_the_mark_exceeds_any_file() =>
        BitConverter.ToUInt64(Marked.ToBytes()).ShouldBeGreaterThan((ulong)long.MaxValue);

    [Fact]
    public void A_newer_version_is_refused() =>
        Refuse(Marked.U32(2), "written in version 2 of MoE.Gen's layout; version 1 is known here. Update MoE.Gen.");

    [Fact]
    public void An_expert_of_another_kind_is_refused() =>
        Refuse(Marked.U32(1).U64(1).Text("Ridge"), "Expert 0, a MoE.Gen: the file has a Ridge.");

    [Fact]
    public void Text_that_is_none_is_refused() =>
        Refuse(Marked.U32(1).U64(1).U64(2).Raw(0xC3, 0x28), "the expert's kind is no valid UTF-8");

    [Theory]
    [InlineData("twice", "tensor 'a' is there twice")]
    [InlineData("values", "tensor 'a' of shape [2, 3] must have 6 values; 1 came")]
    [InlineData("rank", "tensor 'a' must have at most 16 dimensions; it has 17")]
    [InlineData("large", "tensor 'a' of shape [65536, 65536, 2147483647] must have at most 2147483647 values")]
    public void Tensors_that_are_none_are_neither_read_nor_written(string what, string message)
    {
        int[] shape = what switch
        {
            "twice" => [1],
            "values" => [2, 3],
            "rank" => [.. Enumerable.Repeat(1, 17)],
            _ => [65536, 65536, int.MaxValue],
        };
        AprTensor[] tensors = [.. Enumerable.Repeat(new AprTensor("a", shape, [1]), what == "twice" ? 2 : 1)];
        Should.Throw<ArgumentException>(() => AprSamples.Write(AprSamples.Of(new MoeGenExpert("x", tensors)))).Message.ShouldContain(message);
        ByteBuilder payload = Marked.U32(1).U64(1).Text("MoE.Gen").Text("x").U64((ulong)tensors.Length);
        foreach (AprTensor tensor in tensors)
        {
            payload.Text(tensor.Name).U64((ulong)tensor.Shape.Length);
            foreach (int size in tensor.Shape) payload.U64((ulong)size);
            payload.Vector(tensor.Values);
        }
        Refuse(payload.GateAndConfig(1, 1), message);
    }

    [Fact]
    public void A_negative_size_is_not_written() =>
        Should.Throw<ArgumentException>(() => AprSamples.Write(AprSamples.Of(new MoeGenExpert("x", [new AprTensor("a", [-1], [])]))))
            .Message.ShouldContain("must not have a negative size; -1 came");

    private static void Refuse(ByteBuilder payload, string message) =>
        Should.Throw<ModelFormatException>(() => AprFile.Read(payload.ToBytes(), [MoeGenExpert.Kind])).Message.ShouldContain(message);
}
