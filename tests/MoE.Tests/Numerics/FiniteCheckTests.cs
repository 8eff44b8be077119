using System;
using System.Linq;
using System.Runtime.CompilerServices;
using MoE.Numerics;
using Shouldly;
using Xunit;

namespace MoE.Tests;

public class FiniteCheckTests
{
    public static TheoryData<string> All => Legs.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Finds_each_bad_value_at_each_place_and_looks_no_further(string leg)
    {
        foreach (int count in Enumerable.Range(0, 70).Append(257))
        {
            // Bad values on both sides of the row must not count.
            float[] values = Enumerable.Repeat(float.NaN, count + 2).ToArray();
            Array.Fill(values, float.MaxValue, 1, count);
            Legs.Run(leg, new Check(values, count)).ShouldBeTrue($"{count} values");
            for (int at = 0; at < count; at++)
            {
                foreach (float bad in (ReadOnlySpan<float>)[float.NaN, float.PositiveInfinity, float.NegativeInfinity])
                {
                    values[at + 1] = bad;
                    Legs.Run(leg, new Check(values, count)).ShouldBeFalse($"{bad} at {at} of {count}");
                }

                values[at + 1] = at % 2 == 0 ? float.Epsilon : -float.MaxValue;
            }
        }
    }

    [Fact]
    public void The_leg_of_this_machine_is_one_of_them()
    {
        float[] values = [1f, float.NaN, 2f];
        FiniteCheck.IsFinite(ref values[0], 3).ShouldBeFalse();
        FiniteCheck.IsFinite(ref values[2], 1).ShouldBeTrue();
    }

    private sealed class Check(float[] values, int count) : ILaneCase<bool>
    {
        public bool Run<TLanes>()
            where TLanes : struct, ILanes<TLanes> =>
            FiniteCheck.IsFinite<TLanes>(ref Unsafe.Add(ref values[0], 1), count);
    }
}
