using System;
using System.IO;
using System.Linq;
using MoE.Tests.Bits;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Persistence;

/// <summary>Files of each weight format, and of one format in a model of another.</summary>
public class WeightFormatFileTests
{
    [Theory]
    [MemberData(nameof(FormatShapes.Names), MemberType = typeof(FormatShapes))]
    public void A_file_of_its_own_gives_the_same_model_and_the_same_file(string name)
    {
        FormatShape shape = FormatShapes.Of(name);
        IFormatModel model = shape.Create(3);
        byte[] file = model.Save();
        IFormatModel loaded = shape.Load(file);
        loaded.Save().ShouldBe(file);
        ShouldBeEqual(loaded, model);

        // The tensors in another order, and without our checksum.
        TestFile other = TestFile.Parse(file);
        other.Metadata.Clear();
        other.Tensors.Reverse();
        shape.Load(other.ToBytes()).Save().ShouldBe(file);
    }

    [Theory]
    [MemberData(nameof(FormatShapes.Names), MemberType = typeof(FormatShapes))]
    public void A_float32_file_is_rounded_as_SetParameter_rounds(string name)
    {
        FormatShape shape = FormatShapes.Of(name);
        IFormatModel wide = shape.Wide.Create(3), model = shape.Fresh(0);
        foreach (TensorInfo tensor in model.Parameters)
            model.Set(tensor.Name, wide.Get(tensor.Name));
        shape.Load(wide.Save()).Save().ShouldBe(model.Save());
    }

    [Theory]
    [MemberData(nameof(FormatShapes.Names), MemberType = typeof(FormatShapes))]
    public void Setting_what_was_got_changes_nothing(string name)
    {
        IFormatModel model = FormatShapes.Of(name).Create(3);
        byte[] before = model.Save();
        foreach (TensorInfo tensor in model.Parameters)
            model.Set(tensor.Name, model.Get(tensor.Name));
        model.Save().ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(FormatShapes.Names), MemberType = typeof(FormatShapes))]
    public void A_float32_model_takes_the_values_of_a_file_of_fewer_bits(string name)
    {
        IFormatModel model = FormatShapes.Of(name).Create(3), wide = FormatShapes.Of(name).Wide.Load(model.Save());
        foreach (TensorInfo tensor in model.Parameters)
            wide.Get(tensor.Name).ShouldBeTheBits(model.Get(tensor.Name), tensor.Name);
        FormatShapes.Of(name).Load(wide.Save()).Save().ShouldBe(model.Save());
    }

    [Theory]
    [MemberData(nameof(FormatShapes.Names), MemberType = typeof(FormatShapes))]
    public void Fresh_weights_are_those_of_float32_rounded(string name)
    {
        FormatShape shape = FormatShapes.Of(name);
        shape.Load(shape.Wide.Fresh(9).Save()).Save().ShouldBe(shape.Fresh(9).Save());
    }

    [Theory]
    [MemberData(nameof(FormatShapes.Names), MemberType = typeof(FormatShapes))]
    public void Only_weights_of_layers_are_rounded(string name)
    {
        IFormatModel wide = FormatShapes.Of(name).Wide.Create(3), model = FormatShapes.Of(name).Load(wide.Save());
        foreach (TensorInfo tensor in model.Parameters)
            model.Get(tensor.Name).SequenceEqual(wide.Get(tensor.Name)).ShouldBe(!WeightFormatTests.IsWeight(tensor), tensor.Name);
    }

    [Fact]
    public void Memory_holds_no_floats()
    {
        LongFloat32.Parameters.ShouldBe(LongInt8.Parameters);
        long wide = Allocated(() => LongFloat32.Create(1)), half = Allocated(() => LongBFloat16.Create(1)), bytes = Allocated(() => LongInt8.Create(1)), nibbles = Allocated(() => LongInt4.Create(1));
        half.ShouldBeLessThan(wide * 53 / 100);
        bytes.ShouldBeLessThan(wide * 29 / 100);
        nibbles.ShouldBeLessThan(wide * 19 / 100);
    }

    [Fact]
    public void The_names_and_shapes_of_a_file()
    {
        Names(new FormatModel<BareInt8>(BareInt8.Create(1))).ShouldBe(
            ["gate.weight F32 [2,77]", "gate.bias F32 [2]", "experts.0.0.weight I8 [21,77]", "experts.0.0.weight_scale BF16 [21,3]", "experts.0.0.bias F32 [21]",
             "experts.1.0.weight I8 [21,77]", "experts.1.0.weight_scale BF16 [21,3]", "experts.1.0.bias F32 [21]"]);
        Names(new FormatModel<BareInt4>(BareInt4.Create(1)))[2..6].ShouldBe(
            ["experts.0.0.weight U8 [21,39]", "experts.0.0.weight_scale BF16 [21,3]", "experts.0.0.weight_zero_point U8 [21,3]", "experts.0.0.bias F32 [21]"]);
    }

    [Fact]
    public void A_prefix_counts_for_scales_too()
    {
        BareInt4 model = BareInt4.Create(1);
        using MemoryStream stream = new();
        model.Save(stream);
        TestFile file = TestFile.Parse(stream.ToArray());
        file.Metadata.Clear();
        file.Rename(name => "layers.1.moe." + name);
        file.Add("other", [1], [1]);
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, file.ToBytes());
        new FormatModel<BareInt4>(BareInt4.Load(path, "layers.1.moe")).Save().ShouldBe(stream.ToArray());
        File.Delete(path);
    }

    [Fact]
    public void Fused_float_files_are_rounded()
    {
        LongFloat32 wide = LongFloat32.Create(4);
        FormatModel<LongFloat32> known = new(wide);
        TestFile file = TestFile.Parse(known.Save());
        file.Metadata.Clear();
        float[] gateUp = [.. Enumerable.Range(0, 3).SelectMany(expert => file.Floats($"experts.{expert}.w1.weight").Concat(file.Floats($"experts.{expert}.w3.weight")))];
        float[] down = [.. Enumerable.Range(0, 3).SelectMany(expert => file.Floats($"experts.{expert}.w2.weight"))];
        file.Tensors.RemoveAll(tensor => tensor.Name.EndsWith("w1.weight", StringComparison.Ordinal) || tensor.Name.EndsWith("w2.weight", StringComparison.Ordinal) || tensor.Name.EndsWith("w3.weight", StringComparison.Ordinal));
        file.Add("experts.gate_up_proj", [3, 1040, 300], gateUp);
        file.Add("experts.down_proj", [3, 40, 520], down);
        foreach (WeightFormat format in new[] { WeightFormat.BFloat16, WeightFormat.Int8, WeightFormat.Int4 })
        {
            FormatShape shape = FormatShapes.All.Single(shape => shape.Shape == "Long" && shape.Format == format);
            shape.Load(file.ToBytes()).Save().ShouldBe(shape.Load(known.Save()).Save());
        }
    }

    [Fact]
    public void The_report_tells_how_far_weights_were_rounded()
    {
        LongFloat32 wide = LongFloat32.Create(4);
        byte[] file = new FormatModel<LongFloat32>(wide).Save();
        LongInt8 model = LongInt8.Load(file);
        model.Conversion.Tensors.Select(tensor => tensor.Name).ShouldBe(LongInt8.Parameters.Where(WeightFormatTests.IsWeight).Select(tensor => tensor.Name));
        TensorConversion first = model.Conversion.Tensors[0];
        float[] before = new FormatModel<LongFloat32>(wide).Get(first.Name), after = new FormatModel<LongInt8>(model).Get(first.Name);
        double[] errors = [.. before.Zip(after, (x, y) => Math.Abs((double)x - y))];
        first.Format.ShouldBe(WeightFormat.Int8);
        first.LargestError.ShouldBe(errors.Max());
        first.LargestWeight.ShouldBe(before.Max(value => Math.Abs((double)value)));
        first.RootMeanSquareError.ShouldBe(Math.Sqrt(errors.Average(error => error * error)), 1e-9);
        first.RelativeError.ShouldBeInRange(0.003, 0.006);
        LongInt4.Load(file).Conversion.LargestRelativeError.ShouldBeInRange(0.05, 0.08);
        LongBFloat16.Load(file).Conversion.LargestRelativeError.ShouldBeInRange(0.001, 0.003);
        model.Conversion.ToString().ShouldContain("experts.0.w1.weight: Int8, largest error ");
        LongInt8.Create(1).Conversion.ToString().ShouldBe("No weight was rounded.");
        LongInt8.Load(new FormatModel<LongInt8>(model).Save()).Conversion.Tensors.ShouldBeEmpty();
    }

    [Fact]
    public void Apr_files_hold_the_widened_weights()
    {
        OddInt8 model = OddInt8.Create(1);
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        model.SaveApr(path);
        new FormatModel<OddInt8>(OddInt8.LoadApr(path)).Save().ShouldBe(new FormatModel<OddInt8>(model).Save());
        ShouldBeEqual(new FormatModel<OddFloat32>(OddFloat32.LoadApr(path)), new FormatModel<OddInt8>(model));
        File.Delete(path);
    }

    private static string[] Names(IFormatModel model) =>
        [.. TestFile.Parse(model.Save()).Tensors.Select(tensor => $"{tensor.Name} {tensor.Dtype} [{string.Join(',', tensor.Shape)}]")];

    private static void ShouldBeEqual(IModel actual, IModel expected)
    {
        foreach (TensorInfo tensor in expected.Parameters)
            actual.Get(tensor.Name).ShouldBeTheBits(expected.Get(tensor.Name), tensor.Name);
    }

    private static long Allocated(Func<object> create)
    {
        create();
        long before = GC.GetAllocatedBytesForCurrentThread();
        create();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
