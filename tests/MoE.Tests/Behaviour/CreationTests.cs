using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MoE.Tests.Bits;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Behaviour;

/// <summary>Fresh weights are the same on every machine, and spread as torch.nn.Linear's.</summary>
public class CreationTests
{
    [Fact]
    public void A_seed_gives_the_same_weights_everywhere() => Hash(42).ShouldBe("79bce37fa5402cf0a2d7473af80c6b2f03cabbb6d5f14a49edeb3689b5fbd12a");

    [Fact]
    public void Another_seed_gives_other_weights() => Hash(43).ShouldNotBe(Hash(42));

    [Theory]
    [MemberData(nameof(Shapes.Names), MemberType = typeof(Shapes))]
    public void Layers_start_uniform_within_the_root_of_their_inputs(string shape)
    {
        IModel model = Shapes.Of(shape).Create(5);
        foreach (TensorInfo tensor in model.Parameters.Where(tensor => tensor.Shape.Length == 2))
        {
            float bound = (float)(1 / Math.Sqrt(tensor.Shape[1]));
            foreach (string name in new[] { tensor.Name, tensor.Name.Replace("weight", "bias", StringComparison.Ordinal) })
            {
                if (!model.Parameters.Any(other => other.Name == name))
                    continue;
                float[] values = model.Get(name);
                values.ShouldAllBe(value => Math.Abs(value) <= bound);
                if (values.Length < 500)
                    continue;
                values.Max().ShouldBeGreaterThan(0.95f * bound);
                values.Min().ShouldBeLessThan(-0.95f * bound);
                Math.Abs(values.Average()).ShouldBeLessThan(0.15f * bound);
            }
        }
    }

    [Fact]
    public void Norms_start_at_one_and_zero_and_the_temperature_as_declared()
    {
        IModel model = Shapes.Of(nameof(Normed)).Create(5);
        model.Get("experts.2.3.weight").ShouldAllBe(value => value == 1);
        model.Get("experts.2.3.bias").ShouldAllBe(value => value == 0);
        model.Get("temperature").ShouldBe([2f]);
    }

    [Theory]
    [MemberData(nameof(Shapes.Names), MemberType = typeof(Shapes))]
    public void The_seed_decides_every_bit(string shape)
    {
        IModel model = Shapes.Of(shape).Create(7), same = Shapes.Of(shape).Create(7);
        foreach (TensorInfo tensor in model.Parameters)
            same.Get(tensor.Name).ShouldBeTheBits(model.Get(tensor.Name), tensor.Name);
    }

    private static string Hash(ulong seed)
    {
        IModel model = Shapes.Of(nameof(TwoKinds)).Create(seed);
        float[] weights = [.. model.Parameters.SelectMany(tensor => model.Get(tensor.Name))];
        return Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<float>(weights)));
    }
}
