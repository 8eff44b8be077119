using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using MoE.Persistence;
using Shouldly;
using Xunit;

namespace MoE.Tests.Persistence;

/// <summary>Files that PyTorch wrote.</summary>
public class FixtureTests
{
    [Theory]
    [InlineData("01_basic")]
    [InlineData("04_endnorm")]
    [InlineData("08_glu_sigmoid")]
    [InlineData("09_swiglu")]
    public void Load_as_a_direct_parse_reads_them(string fixture)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Golden", fixture, "model.safetensors");
        TestFile expected = TestFile.Parse(File.ReadAllBytes(path));
        IEnumerable<(string, ImmutableArray<int>)> tensors = expected.Tensors.Select(tensor => (OurName(fixture, tensor.Name), tensor.Shape.ToImmutableArray()));
        TestModel model = new(SampleLayouts.Of(tensors));
        ParameterBuffer loaded = model.Load(path);
        foreach ((string name, _, _, _) in expected.Tensors)
            TestModel.Get(loaded, OurName(fixture, name)).ShouldBe(expected.Floats(name));
    }

    // The experts of 04 are Linear, GELU, Dropout, Linear, LayerNorm; ours have no dropout between the layers.
    private static string OurName(string fixture, string name) => (fixture, name.Split('.')) switch
    {
        ("04_endnorm", ["experts", string expert, "3", string member]) => $"experts.{expert}.2.{member}",
        ("04_endnorm", ["experts", string expert, "4", string member]) => $"experts.{expert}.3.{member}",
        _ => name,
    };
}
