using System;
using MoE.Sequences;
using Shouldly;
using Xunit;

namespace MoE.Tests.Sequences;

public class FixedSineTests
{
    [Fact]
    public void Both_are_the_librarys()
    {
        Random random = new(3);
        for (int sample = 0; sample < 200_000; sample++)
        {
            double x = random.NextDouble() * Math.Pow(10, random.Next(-6, 9));
            (double sin, double cos) = FixedSine.Of(x);
            Math.Abs(sin - Math.Sin(x)).ShouldBeLessThan(1e-15);
            Math.Abs(cos - Math.Cos(x)).ShouldBeLessThan(1e-15);
        }
    }

    [Fact]
    public void Whole_turns_are_exact_enough_far_away()
    {
        (double sin, double cos) = FixedSine.Of(Math.PI * 500_000_000);
        Math.Abs(sin - Math.Sin(Math.PI * 500_000_000)).ShouldBeLessThan(1e-15);
        cos.ShouldBe(1, 1e-13);
    }

    [Fact]
    public void A_rows_angles_are_those_of_its_position()
    {
        const int Size = 32;
        RotaryTable table = new(Size, 10000);
        float[] together = new float[200 * Size], alone = new float[Size];
        table.Fill(30, together);
        for (int row = 0; row < 200; row++)
        {
            table.Fill(30 + row, alone);
            alone.ShouldBe(together[(row * Size)..((row + 1) * Size)]);
            for (int pair = 0; pair < Size / 2; pair++)
            {
                double angle = (30 + row) * Math.Pow(10000, -2.0 * pair / Size);
                Math.Abs(alone[pair] - Math.Cos(angle)).ShouldBeLessThan(7e-8);
                Math.Abs(alone[(Size / 2) + pair] - Math.Sin(angle)).ShouldBeLessThan(7e-8);
            }
        }
    }
}
