using System;
using MoE.Numerics;
using Shouldly;
using Xunit;

namespace MoE.Tests;

public sealed class ScratchAreasTests
{
    [Fact]
    public void AreasBeginOnCacheLines()
    {
        ScratchAreas areas = default;
        areas.Take(3).ShouldBe(0);
        areas.Take(5, 7).ShouldBe(16);
        areas.Take(16).ShouldBe(64);
        areas.Floats.ShouldBe(80);
    }

    /// <summary>A size that wrapped around would let kernels write behind the memory.</summary>
    [Fact]
    public void MoreThanAnArrayHoldsIsRefused() => Should.Throw<OverflowException>(() =>
    {
        ScratchAreas areas = default;
        areas.Take(1 << 20, 4112);
    });
}
