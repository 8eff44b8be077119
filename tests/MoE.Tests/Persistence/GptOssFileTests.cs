using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using MoE.Persistence;
using MoE.Tests.Golden;
using Shouldly;
using Xunit;

namespace MoE.Tests.Persistence;

/// <summary>Files as gpt-oss's: fused, transposed, gate and up in turn, with biases.</summary>
public class GptOssFileTests
{
    private readonly TestModel _model = new(SampleLayouts.Glu(biases: true));
    private readonly ParameterBuffer _saved;

    public GptOssFileTests() => _saved = _model.Create(1);

    [Theory]
    [InlineData("")]
    [InlineData("model.layers.3.mlp.")]
    public void Load(string prefix)
    {
        TestFile file = Fused(_saved);
        file.Rename(name => prefix + name);
        TestModel.Same(_model.Load(file.ToBytes(), prefix), _saved).ShouldBeTrue();
    }

    [Fact]
    public void From_a_stream_that_cannot_seek_in_any_order_with_a_checksum()
    {
        TestFile file = Fused(_saved);
        file.Tensors.Reverse();
        Crc32 crc = default;
        foreach ((_, _, _, byte[] data) in file.Tensors) crc.Append(data);
        file.Metadata["moe.crc32"] = crc.Value.ToString("x8", CultureInfo.InvariantCulture);
        TestModel.Same(_model.Load(new NonSeekableStream(file.ToBytes())), _saved).ShouldBeTrue();
    }

    [Fact]
    public void Tensors_of_more_than_one_chunk_load()
    {
        TestModel model = new(SampleLayouts.Glu(inputs: 1030, hidden: 37, biases: true));
        ParameterBuffer saved = model.Create(2);
        TestModel.Same(model.Load(Fused(saved).ToBytes()), saved).ShouldBeTrue();
    }

    /// <summary>Where inputs are twice the hidden width both forms have the same shape; the biases tell which it is.</summary>
    [Fact]
    public void Equal_sizes_are_no_doubt()
    {
        TestModel model = new(SampleLayouts.Glu(inputs: 12, hidden: 6, biases: true));
        ParameterBuffer saved = model.Create(3);
        TestModel.Same(model.Load(Fused(saved).ToBytes()), saved).ShouldBeTrue();
    }

    [Theory]
    [InlineData("experts.gate_up_proj", "2, 4, 12")]
    [InlineData("experts.gate_up_proj_bias", "2, 12")]
    [InlineData("experts.down_proj", "2, 6, 4")]
    [InlineData("experts.down_proj_bias", "2, 4")]
    public void Another_shape_is_refused_by_name(string name, string expected)
    {
        TestFile file = Fused(_saved);
        int at = file.Tensors.FindIndex(tensor => tensor.Name == name);
        int[] shape = [.. file.Tensors[at].Shape.Reverse()];
        file.Tensors[at] = file.Tensors[at] with { Shape = shape };
        Should.Throw<ModelFormatException>(() => _model.Load(file.ToBytes())).Message
            .ShouldContain($"'{name}' has shape [{string.Join(", ", shape)}]; the model's experts fused have [{expected}]");
    }

    [Fact]
    public void A_missing_bias_is_refused_by_name()
    {
        TestFile file = Fused(_saved);
        file.Remove("experts.down_proj_bias");
        Should.Throw<ModelFormatException>(() => _model.Load(file.ToBytes())).Message.ShouldContain("lacks tensor 'experts.0.w2.bias' and 1 more");
    }

    [Fact]
    public void A_model_without_biases_refuses_them_by_name()
    {
        TestModel model = new(SampleLayouts.Glu());
        Should.Throw<ModelFormatException>(() => model.Load(Fused(_saved).ToBytes())).Message.ShouldContain("does not have tensor 'router.bias' and 2 more");
    }

    [Fact]
    public void A_tensor_fused_and_single_is_refused()
    {
        TestFile file = Fused(_saved);
        file.Add("experts.1.up_proj.bias", [6], new float[6]);
        Should.Throw<ModelFormatException>(() => _model.Load(file.ToBytes())).Message
            .ShouldContain("'experts.gate_up_proj_bias' and 'experts.1.up_proj.bias' are both the model's 'experts.1.w3.bias'");
    }

    [Fact]
    public void Quantised_tensors_are_refused_by_dtype()
    {
        TestFile file = Fused(_saved);
        file.Tensors.Add(("experts.gate_up_proj_blocks", "U8", [1], [0]));
        Should.Throw<ModelFormatException>(() => _model.Load(file.ToBytes())).Message.ShouldContain("'experts.gate_up_proj_blocks' has the dtype 'U8'");
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        byte[] file = Fused(_saved).ToBytes();
        for (int length = 0; length < file.Length; length++)
            Should.Throw<ModelFormatException>(() => _model.Load(file[..length]));
    }

    private static TestFile Fused(ParameterBuffer parameters)
    {
        ModelLayout layout = parameters.Layout;
        int inputs = layout["gate.weight"].Inputs, hidden = layout["experts.0.w1.weight"].Outputs;
        Dictionary<string, int[]> shapes = new()
        {
            ["router.weight"] = [2, inputs],
            ["router.bias"] = [2],
            ["experts.gate_up_proj"] = [2, inputs, 2 * hidden],
            ["experts.gate_up_proj_bias"] = [2, 2 * hidden],
            ["experts.down_proj"] = [2, hidden, inputs],
            ["experts.down_proj_bias"] = [2, inputs],
        };
        TestFile file = new();
        foreach ((string name, float[] values) in FusedParameters.Of(layout.Tensors.ToDictionary(tensor => tensor.Name, tensor => TestModel.Get(parameters, tensor.Name))))
            file.Add(name, shapes[name], values);
        return file;
    }
}
