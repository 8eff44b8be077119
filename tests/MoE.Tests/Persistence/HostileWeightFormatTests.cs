using System;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Persistence;

/// <summary>Files of codes that cannot be.</summary>
public class HostileWeightFormatTests
{
    private const string Weight = "experts.1.0.weight";

    [Fact]
    public void Scales_must_be_finite_and_not_negative()
    {
        foreach (ushort scale in new ushort[] { 0x7F80, 0x7FC0, 0xBF80, 0x8000, 0x7F00 })
            Refuse(Int8File(), file => Change(file, Weight + "_scale", data => (data[8], data[9]) = ((byte)scale, (byte)(scale >> 8))), $"'{Weight}_scale', row 1", "must be finite");
    }

    [Fact]
    public void A_code_is_not_minus_128() => Refuse(Int8File(), file => Change(file, Weight, data => data[5] = 0x80), $"'{Weight}', row 0", "-128");

    [Fact]
    public void A_zero_point_is_at_most_15() => Refuse(Int4File(), file => Change(file, Weight + "_zero_point", data => data[4] = 16), $"'{Weight}_zero_point', row 1", "16; 0 to 15");

    [Fact]
    public void Scales_must_be_there() => Refuse(Int8File(), file => file.Remove(Weight + "_scale"), $"'{Weight}' has the dtype 'I8'", $"'{Weight}_scale'");

    [Fact]
    public void Zero_points_must_be_there() => Refuse(Int4File(), file => file.Remove(Weight + "_zero_point"), $"'{Weight}' has the dtype 'U8'", $"'{Weight}_zero_point'");

    [Fact]
    public void Codes_must_be_there() => Refuse(Int8File(), file => file.Remove(Weight), "lacks tensor", $"'{Weight}'");

    [Fact]
    public void Shapes_are_compared() => Refuse(
        Int8File(), file => Replace(file, Weight + "_scale", tensor => (tensor.Name, tensor.Dtype, [3, 21], tensor.Data)), $"'{Weight}_scale' is BF16 [3, 21]", "BF16 [21, 3] was expected");

    [Fact]
    public void Lengths_are_compared_before_anything_is_allocated() => Refuse(
        Int8File(), file => Replace(file, Weight, tensor => (tensor.Name, tensor.Dtype, tensor.Shape, tensor.Data[..100])), $"'{Weight}' is I8 [21, 77] of 100 bytes", "I8 [21, 77] was expected");

    [Fact]
    public void Scales_are_bfloat16() => Refuse(
        Int8File(), file => Replace(file, Weight + "_scale", tensor => (tensor.Name, "F16", tensor.Shape, tensor.Data)), $"'{Weight}_scale' is F16", "BF16 [21, 3] was expected");

    [Fact]
    public void A_vector_is_no_matrix_of_codes() => Refuse(Int8File(), file =>
    {
        Replace(file, "experts.1.0.bias", tensor => (tensor.Name, "I8", tensor.Shape, tensor.Data[..21]));
        file.Tensors.Add(("experts.1.0.bias_scale", "BF16", [21, 1], new byte[42]));
    }, "'experts.1.0.bias' is Int8", "no matrix");

    [Fact]
    public void A_changed_code_is_found_by_the_checksum()
    {
        byte[] file = new FormatModel<BareInt8>(BareInt8.Create(1)).Save();
        file[^200] ^= 1;
        Should.Throw<ModelFormatException>(() => BareInt8.Load(file)).Message.ShouldContain("CRC-32");
    }

    [Fact]
    public void A_float_that_is_not_finite_has_no_code()
    {
        TestFile file = TestFile.Parse(new FormatModel<OddFloat32>(OddFloat32.Create(1)).Save());
        file.Metadata.Clear();
        Change(file, "experts.0.0.weight", data => (data[2], data[3]) = (0xC0, 0x7F));
        Should.Throw<ModelFormatException>(() => OddInt8.Load(file.ToBytes())).Message.ShouldContain("'experts.0.0.weight' is to be rounded to Int8, which holds finite numbers only; element 0 is NaN");
        OddBFloat16.Load(file.ToBytes());
    }

    [Fact]
    public void SetParameter_refuses_it_and_changes_nothing()
    {
        FormatModel<BareInt4> model = new(BareInt4.Create(1));
        byte[] before = model.Save();
        float[] values = model.Get(Weight);
        values[^1] = float.PositiveInfinity;
        Should.Throw<ArgumentException>(() => model.Set(Weight, values)).Message.ShouldContain($"element {values.Length - 1} is");
        model.Save().ShouldBe(before);
    }

    [Fact]
    public void What_is_right_is_loaded()
    {
        BareInt8.Load(Int8File().ToBytes());
        BareInt4.Load(Int4File().ToBytes());
    }

    private static TestFile Int8File() => Open(new FormatModel<BareInt8>(BareInt8.Create(1)).Save());

    private static TestFile Int4File() => Open(new FormatModel<BareInt4>(BareInt4.Create(1)).Save());

    private static TestFile Open(byte[] bytes)
    {
        TestFile file = TestFile.Parse(bytes);
        file.Metadata.Clear();
        return file;
    }

    private static void Refuse(TestFile file, Action<TestFile> change, params string[] said)
    {
        bool isInt4 = file.Tensors.Any(tensor => tensor.Dtype == "U8");
        change(file);
        string message = Should.Throw<ModelFormatException>(() => _ = isInt4 ? (object)BareInt4.Load(file.ToBytes()) : BareInt8.Load(file.ToBytes())).Message;
        foreach (string part in said) message.ShouldContain(part);
    }

    private static void Change(TestFile file, string name, Action<byte[]> change) => change(file.Tensors.Single(tensor => tensor.Name == name).Data);

    private static void Replace(
        TestFile file, string name, Func<(string Name, string Dtype, int[] Shape, byte[] Data), (string Name, string Dtype, int[] Shape, byte[] Data)> change)
    {
        int index = file.Tensors.FindIndex(tensor => tensor.Name == name);
        file.Tensors[index] = change(file.Tensors[index]);
    }
}
