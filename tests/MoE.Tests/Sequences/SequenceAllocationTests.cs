using System;
using MoE.Numerics;
using Shouldly;
using Xunit;

namespace MoE.Tests.Sequences;

public class SequenceAllocationTests
{
    private static object? _sink;

    [Theory]
    [InlineData("mamba, usual", 1, 1)]
    [InlineData("mamba, usual", 200, 1)]
    [InlineData("mamba, usual", 200, 2)]
    [InlineData("attention, grouped, biases", 1, 1)]
    [InlineData("attention, grouped, biases", 200, 1)]
    [InlineData("attention, grouped, biases", 200, 2)]
    [InlineData("attention, window", 200, 2)]
    public void A_warm_call_allocates_nothing(string name, int rows, int threads)
    {
        MixerBlock block = MixerCase.Of(name).Block;
        AlignedFloats x = new((rows + 3) * 64), y = new((rows + 3) * 64), state = new(block.Mixer.StateFloats(1000)), scratch = new(block.Mixer.AdvanceFloats(rows));
        Allocated(() => block.Mixer.Advance(ref block.Parameters.Origin, ref state.Origin, 1000, 300, ref x.Origin, ref y.Origin, rows, ref scratch.Origin, threads)).ShouldBe(0);
    }

    [Fact]
    public void An_allocation_would_be_found() => Allocated(() => _sink = new object()).ShouldBeGreaterThan(0);

    // Helpers come to a call when they find the time, so it takes a few until all are warm.
    private static long Allocated(Action action)
    {
        for (int call = 0; call < 20; call++) action();
        long own = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - own;
    }
}
