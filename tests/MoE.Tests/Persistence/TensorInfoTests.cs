using Shouldly;
using Xunit;

namespace MoE.Tests.Persistence;

public class TensorInfoTests
{
    [Fact]
    public void Equality_is_by_content()
    {
        TensorInfo info = new("gate.weight", [3, 4], true);
        info.ShouldBe(new TensorInfo("gate.weight", [3, 4], true));
        info.GetHashCode().ShouldBe(new TensorInfo("gate.weight", [3, 4], true).GetHashCode());
        info.ShouldNotBe(new TensorInfo("gate.weight", [4, 3], true));
        info.ShouldNotBe(new TensorInfo("gate.bias", [3, 4], true));
        info.ShouldNotBe(new TensorInfo("gate.weight", [3, 4], false));
    }
}
