using System;
using System.IO;
using System.IO.Pipes;
using System.Linq;
using System.Threading.Tasks;
using MoE.Persistence;
using Shouldly;
using Xunit;

namespace MoE.Tests.Persistence;

public class RoundTripTests
{
    public static TheoryData<string> AllPlacements => [.. SampleLayouts.Placements.Keys];

    [Theory]
    [MemberData(nameof(AllPlacements))]
    public void What_is_saved_is_loaded_bit_for_bit(string placement)
    {
        TestModel model = new(SampleLayouts.Mlp(placement));
        ParameterBuffer saved = model.Create(3);
        saved.Set("gate.bias", [float.NaN, float.NegativeInfinity, -0f]);
        TestModel.Same(model.Load(model.Save(saved)), saved).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 63)]
    [InlineData(257, 17)]
    [InlineData(513, 300)]
    [InlineData(2, 70000)]
    public void Odd_sizes_survive_and_chunks_join(int outputs, int inputs)
    {
        foreach (string placement in SampleLayouts.Placements.Keys)
        {
            TestModel model = new(SampleLayouts.Single(placement, outputs, inputs));
            ParameterBuffer saved = model.Create(1);
            byte[] file = model.Save(saved);
            TestFile.Parse(file).Floats("weight").ShouldBe(TestModel.Get(saved, "weight"));
            model.Load(file).Floats.SequenceEqual(saved.Floats).ShouldBeTrue();
        }
    }

    [Fact]
    public void The_placement_does_not_show_in_the_file()
    {
        byte[][] files = [.. SampleLayouts.Placements.Keys.Select(placement =>
        {
            TestModel model = new(SampleLayouts.Mlp(placement));
            return model.Save(model.Create(9));
        })];
        files.ShouldAllBe(file => file.SequenceEqual(files[0]));
    }

    [Fact]
    public void The_file_is_a_plain_safetensors_file_with_its_checksum()
    {
        TestModel model = new(SampleLayouts.Mlp());
        byte[] file = model.Save(model.Create(2));
        (BitConverter.ToInt64(file) % 8).ShouldBe(0);
        TestFile parsed = TestFile.Parse(file);
        parsed.Tensors.Select(tensor => tensor.Name).ShouldBe(model.Layout.Tensors.Select(tensor => tensor.Name));
        Crc32 crc = default;
        foreach ((_, _, _, byte[] data) in parsed.Tensors) crc.Append(data);
        parsed.Metadata["moe.crc32"].ShouldBe(crc.Value.ToString("x8", System.Globalization.CultureInfo.InvariantCulture));
        parsed.Metadata["moe.classes"].ShouldBe("Scope,Type,Method");
    }

    [Fact]
    public void A_stream_is_left_right_behind_its_file()
    {
        TestModel model = new(SampleLayouts.Mlp());
        using MemoryStream stream = new();
        stream.WriteByte(7);
        model.Save(stream, model.Create(1));
        model.Save(stream, model.Create(2));
        stream.WriteByte(8);
        stream.Position = 1;
        TestModel.Same(model.Load(stream), model.Create(1)).ShouldBeTrue();
        TestModel.Same(model.Load(stream), model.Create(2)).ShouldBeTrue();
        stream.ReadByte().ShouldBe(8);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_will_do()
    {
        TestModel model = new(SampleLayouts.Single("panels", 300, 301));
        using AnonymousPipeServerStream output = new();
        using AnonymousPipeClientStream input = new(output.GetClientHandleAsString());
        Task writing = Task.Run(() =>
        {
            model.Save(output, model.Create(1));
            model.Save(output, model.Create(2));
            output.Dispose();
        });
        TestModel.Same(model.Load(input), model.Create(1)).ShouldBeTrue();
        TestModel.Same(model.Load(input), model.Create(2)).ShouldBeTrue();
        Should.Throw<ModelFormatException>(() => model.Load(input)).Message.ShouldContain("truncated");
        await writing;
    }

    [Theory]
    [InlineData("F16")]
    [InlineData("BF16")]
    public void Shorter_formats_are_widened(string dtype)
    {
        TestModel model = new(SampleLayouts.Single("panels", 37, 23));
        float[] values = [.. Enumerable.Range(-400, 37 * 23).Select(i => i * 0.125f)];
        values[0] = float.PositiveInfinity;
        values[1] = dtype == "F16" ? 5.9604645e-8f : 1e-38f;
        ushort[] encoded = [.. values.Select(value => dtype == "F16"
            ? BitConverter.HalfToUInt16Bits((Half)value) : (ushort)(BitConverter.SingleToUInt32Bits(value) >> 16))];
        float[] expected = dtype == "F16"
            ? values : [.. encoded.Select(bits => BitConverter.UInt32BitsToSingle((uint)bits << 16))];
        TestFile file = new();
        file.Tensors.Add(("weight", dtype, [37, 23], System.Runtime.InteropServices.MemoryMarshal.AsBytes<ushort>(encoded).ToArray()));
        TestModel.Get(model.Load(file.ToBytes()), "weight").ShouldBe(expected);
    }

    [Fact]
    public void Any_order_and_extra_metadata_will_do()
    {
        TestModel model = new(SampleLayouts.Mlp());
        ParameterBuffer saved = model.Create(4);
        TestFile file = TestFile.Of(saved);
        file.Tensors.Reverse();
        file.Metadata["licence"] = "MIT";
        TestModel.Same(model.Load(file.ToBytes()), saved).ShouldBeTrue();
    }
}
