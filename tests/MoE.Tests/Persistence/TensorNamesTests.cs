using System;
using System.Linq;
using System.Text.RegularExpressions;
using MoE.Persistence;
using Shouldly;
using Xunit;

namespace MoE.Tests.Persistence;

public class TensorNamesTests
{
    private readonly TestModel _mlp = new(SampleLayouts.Mlp());
    private readonly TestModel _glu = new(SampleLayouts.Glu());

    private static byte[] Renamed(ParameterBuffer parameters, Func<string, string> rename)
    {
        TestFile file = TestFile.Of(parameters);
        file.Rename(rename);
        return file.ToBytes();
    }

    [Fact]
    public void Only_the_order_of_module_numbers_counts()
    {
        ParameterBuffer saved = _mlp.Create(1);
        // With a dropout behind the activation, and in expert 1 another one before the norm.
        byte[] file = Renamed(saved, name => Regex.Replace(
            Regex.Replace(name, @"^(experts\.\d)\.3", m => m.Value[8] == '1' ? "experts.1.11" : $"{m.Groups[1]}.4"), @"^(experts\.\d)\.2", "$1.3"));
        TestModel.Same(_mlp.Load(file), saved).ShouldBeTrue();
    }

    [Fact]
    public void Another_number_of_modules_is_refused_by_name()
    {
        TestFile file = TestFile.Of(_mlp.Create(1));
        file.Add("experts.2.5.weight", [3], new float[3]);
        Should.Throw<ModelFormatException>(() => _mlp.Load(file.ToBytes())).Message.ShouldContain("'experts.2.5.weight'");
    }

    [Fact]
    public void A_missing_module_is_refused_by_its_own_name()
    {
        TestFile file = TestFile.Of(_mlp.Create(1));
        file.Tensors.RemoveAll(tensor => tensor.Name.StartsWith("experts.1.2.", StringComparison.Ordinal));
        Should.Throw<ModelFormatException>(() => _mlp.Load(file.ToBytes())).Message.ShouldContain("lacks tensor 'experts.1.2.weight' and 1 more. Load");
    }

    [Fact]
    public void Another_order_of_shapes_is_refused()
    {
        byte[] file = Renamed(_mlp.Create(1), name => Regex.Replace(name, @"^(experts\.\d)\.0", "$1.9"));
        Should.Throw<ModelFormatException>(() => _mlp.Load(file)).Message.ShouldContain("(the model's 'experts.0.");
    }

    [Fact]
    public void Qwen_names_under_a_prefix_load()
    {
        ParameterBuffer saved = _glu.Create(1);
        TestFile file = TestFile.Of(saved);
        file.Rename(name => "model.layers.1.mlp." + name.Replace("w1", "gate_proj").Replace("w3", "up_proj").Replace("w2", "down_proj"));
        // Neighbours of any dtype are ignored, before, between and behind.
        file.Tensors.Insert(0, ("model.layers.10.mlp.gate.weight", "I64", [1], new byte[8]));
        file.Tensors.Insert(3, ("model.embed_tokens.weight", "F8_E4M3", [3], new byte[3]));
        file.Tensors.Add(("lm_head.weight", "F32", [2], new byte[8]));
        TestModel.Same(_glu.Load(file.ToBytes(), "model.layers.1.mlp."), saved).ShouldBeTrue();
        TestModel.Same(_glu.Load(file.ToBytes(), "model.layers.1.mlp"), saved).ShouldBeTrue();

        // With a checksum the ignored bytes count too.
        Crc32 crc = default;
        foreach ((_, _, _, byte[] data) in file.Tensors) crc.Append(data);
        file.Metadata["moe.crc32"] = crc.Value.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
        TestModel.Same(_glu.Load(file.ToBytes(), "model.layers.1.mlp."), saved).ShouldBeTrue();
        file.Tensors[^1].Data[0] ^= 1;
        Should.Throw<ModelFormatException>(() => _glu.Load(file.ToBytes(), "model.layers.1.mlp.")).Message.ShouldContain("changed after saving");
    }

    [Fact]
    public void A_prefix_that_nothing_has_is_refused()
    {
        byte[] file = _glu.Save(_glu.Create(1));
        Should.Throw<ModelFormatException>(() => _glu.Load(file, "model.layers.0")).Message.ShouldContain("begins with 'model.layers.0.'; the file has 'gate.weight'");
    }

    [Fact]
    public void A_surplus_tensor_under_the_prefix_is_refused()
    {
        TestFile file = TestFile.Of(_glu.Create(1));
        file.Rename(name => "moe." + name);
        file.Add("moe.shared_expert_gate.weight", [1, 4], new float[4]);
        Should.Throw<ModelFormatException>(() => _glu.Load(file.ToBytes(), "moe")).Message.ShouldContain("'moe.shared_expert_gate.weight'");
    }

    [Theory]
    [InlineData("F32")]
    [InlineData("BF16")]
    public void Fused_experts_are_split(string dtype)
    {
        ParameterBuffer saved = _glu.Create(1);
        byte[] Encode(float[] values) => [.. values.SelectMany(value => BitConverter.GetBytes(value)[(dtype == "F32" ? 0 : 2)..])];
        float[] All(params string[] modules) =>
            [.. from expert in Enumerable.Range(0, 2) from module in modules from value in TestModel.Get(saved, $"experts.{expert}.{module}.weight") select value];
        TestFile file = new();
        file.Tensors.Add(("experts.down_proj", dtype, [2, 4, 6], Encode(All("w2"))));
        file.Tensors.Add(("gate.weight", dtype, [2, 4], Encode(TestModel.Get(saved, "gate.weight"))));
        file.Tensors.Add(("experts.gate_up_proj", dtype, [2, 12, 4], Encode(All("w1", "w3"))));
        ParameterBuffer loaded = _glu.Load(file.ToBytes());
        foreach (TensorLayout tensor in _glu.Layout.Tensors)
        {
            uint mask = dtype == "F32" ? uint.MaxValue : 0xFFFF0000;
            TestModel.Get(loaded, tensor.Name).ShouldBe(
                TestModel.Get(saved, tensor.Name).Select(value => BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(value) & mask)));
        }
    }

    [Fact]
    public void Fused_experts_of_another_shape_are_refused()
    {
        TestFile file = TestFile.Of(_glu.Create(1));
        file.Tensors.RemoveAll(tensor => tensor.Name.StartsWith("experts", StringComparison.Ordinal));
        file.Add("experts.gate_up_proj", [2, 4, 12], new float[96]);
        Should.Throw<ModelFormatException>(() => _glu.Load(file.ToBytes())).Message.ShouldContain("'experts.gate_up_proj' has shape [2, 4, 12]; the model's experts fused have [2, 12, 4]");
    }

    [Fact]
    public void A_tensor_fused_and_single_is_refused()
    {
        TestFile file = TestFile.Of(_glu.Create(1));
        file.Add("experts.down_proj", [2, 4, 6], new float[48]);
        Should.Throw<ModelFormatException>(() => _glu.Load(file.ToBytes())).Message.ShouldContain("are both the model's 'experts.0.w2.weight'");
    }

    [Fact]
    public void Fused_names_mean_nothing_to_other_experts()
    {
        TestFile file = TestFile.Of(_mlp.Create(1));
        file.Add("experts.down_proj", [2, 4, 6], new float[48]);
        Should.Throw<ModelFormatException>(() => _mlp.Load(file.ToBytes())).Message.ShouldContain("does not have tensor 'experts.down_proj'");
    }

    [Fact]
    public void Switch_names_load()
    {
        TestModel model = new(SampleLayouts.Of(
        [
            ("gate.weight", [2, 4]), ("experts.0.0.weight", [8, 4]), ("experts.0.2.weight", [4, 8]),
            ("experts.1.0.weight", [8, 4]), ("experts.1.2.weight", [4, 8]),
        ]));
        ParameterBuffer saved = new(model.Layout);
        foreach (TensorLayout tensor in model.Layout.Tensors)
            saved.Set(tensor.Name, [.. Enumerable.Range(tensor.Placement.Offset, tensor.Elements).Select(i => (float)i)]);
        byte[] file = Renamed(saved, name => name == "gate.weight"
            ? "router.classifier.weight"
            : name.Replace("experts.", "experts.expert_").Replace(".0.weight", ".wi.weight").Replace(".2.weight", ".wo.weight"));
        TestModel.Same(model.Load(file), saved).ShouldBeTrue();
    }

    [Theory]
    [InlineData("experts.00.0.weight")]
    [InlineData("experts.0.00.weight")]
    [InlineData("experts.-1.0.weight")]
    [InlineData("experts.99999999999.0.weight")]
    [InlineData("experts.0.0.weight.x")]
    [InlineData("experts.0.weight")]
    public void Odd_names_are_surplus(string name)
    {
        TestFile file = TestFile.Of(_mlp.Create(1));
        file.Add(name, [1], [0]);
        Should.Throw<ModelFormatException>(() => _mlp.Load(file.ToBytes())).Message.ShouldContain($"'{name}'");
    }
}
