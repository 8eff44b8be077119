using System;
using MoE.Numerics;
using Shouldly;
using Xunit;

namespace MoE.Tests;

public class NumericsAllocationTests
{
    private static object? _sink;

    [Fact]
    public void No_pass_allocates() => Allocated(Passes).ShouldBe(0);

    [Fact]
    public void An_allocation_would_be_found() => Allocated(() => _sink = new object()).ShouldBeGreaterThan(0);

    private static long Allocated(Action action)
    {
        action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static readonly float[] _x = Rows.Random(1, 4, 17), _y = Rows.Random(2, 4, 17), _z = Rows.Random(3, 4, 17);

    private static void Passes()
    {
        ref float x = ref _x[0], y = ref _y[0], z = ref _z[0];
        ActivationPass.Forward<GeluActivation>(ref x, ref y, 4, 17, 32);
        ActivationPass.Backward<GeluActivation>(ref x, ref y, 4, 17, 32);
        GatedUnit.Forward<SiLUActivation>(ref x, ref y, 2, 17, 64, 32);
        GatedUnit.Backward<SiLUActivation>(ref x, ref y, ref z, 2, 17, 64, 32);
        LayerNorm.Forward(ref x, ref y, ref z, ref x, 1, 17, 32);
        LayerNorm.Backward(ref x, ref y, ref x, ref x, ref z, ref y, 1, 17, 32);
        Softmax.Forward(ref x, ref y, 4, 17, 32);
        Softmax.InPlace(_x, 16);
        AdamW.Step(_x, _y, _z, _z, new AdamWStep(1e-3, 0.01, 0.9, 0.999, 1e-8, 3));
        FiniteCheck.IsFinite(ref x, 17);
        Reduction.Dot(ref x, ref y, 17);
        Softmax.LogSumExp(ref x, 17);
    }
}
