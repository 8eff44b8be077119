using MoE.Numerics;
using Shouldly;
using Xunit;

namespace MoE.Tests;

public class LegsTests
{
    [Fact]
    public void A_result_that_depends_on_the_width_is_found()
    {
        if (Legs.HasFma)
            Should.Throw<ShouldAssertException>(() => Legs.ShouldAgree(new Width()));
    }

    private sealed class Width : ILaneCase<float[]>
    {
        public float[] Run<TLanes>()
            where TLanes : struct, ILanes<TLanes> => [TLanes.Count];
    }
}
