using System;
using MoE.Persistence;
using Shouldly;
using Xunit;

namespace MoE.Tests.Persistence;

public class ModelLayoutTests
{
    [Fact]
    public void Lists_its_parameters_as_users_see_them() =>
        SampleLayouts.Mlp().Parameters[..3].ShouldBe(
            [new TensorInfo("gate.weight", [3, 4], true), new TensorInfo("gate.bias", [3], true), new TensorInfo("temperature", [1], true)]);

    [Fact]
    public void Refuses_a_name_twice()
    {
        TensorLayout tensor = new("a", [1], new TensorPlacement(0, 1, 1, 1), InitialValue.Constant(0));
        Should.Throw<ArgumentException>(() => new ModelLayout(1, [tensor, tensor], [], "")).Message.ShouldContain("'a'");
    }

    [Theory]
    [InlineData(64, 0, true)]
    [InlineData(63, 0, false)]
    [InlineData(64, 1, false)]
    [InlineData(64, -1, false)]
    public void Refuses_a_tensor_beyond_the_buffer(int floats, int offset, bool fits)
    {
        TensorLayout tensor = new("a", [16, 4], new TensorPlacement(offset, 16, 64, 16), InitialValue.Constant(0));
        Action create = () => _ = new ModelLayout(floats, [tensor], [], "");
        if (fits) create.ShouldNotThrow();
        else create.ShouldThrow<ArgumentException>().Message.ShouldContain("'a'");
    }

    [Fact]
    public void Refuses_misshapen_tensors()
    {
        TensorPlacement placement = new(0, 1, 1, 1);
        Should.Throw<ArgumentException>(() => new ModelLayout(9, [new TensorLayout("a", [0], placement, default)], [], ""));
        Should.Throw<ArgumentException>(() => new ModelLayout(9, [new TensorLayout("a", [1, 2, 3, 4], placement, default)], [], ""));
        Should.Throw<ArgumentException>(() => new ModelLayout(9, [new TensorLayout("a", [int.MaxValue, int.MaxValue], placement, default)], [], ""));
    }
}
