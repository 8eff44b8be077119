using System;
using System.Linq;
using MoE.Numerics;
using Shouldly;
using Xunit;

namespace MoE.Tests;

public class ActivationTests
{
    public static TheoryData<Activation> All => new(Enum.GetValues<Activation>());

    [Theory]
    [MemberData(nameof(All))]
    public void Forward_is_the_function(Activation activation)
    {
        foreach (int width in Rows.Widths)
        {
            float[] x = Rows.Random(width, 3, width, 6f, float.NaN), y = new float[x.Length];
            Visit(activation, new Forward(x, y, width));
            Rows.ShouldBeClose(y, width, (row, column) => NumericsReference.Of(activation, x[row * Rows.Stride(width) + column]), 3e-7);
            Rows.PaddingShouldBeZero(y, width);
            Visit(activation, new Forward(x, x, width));
            Legs.Bits(x).ShouldBe(Legs.Bits(y), "in place");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Backward_multiplies_by_the_slope(Activation activation)
    {
        foreach (int width in Rows.Widths)
        {
            float[] x = Rows.Random(width, 3, width, 6f, float.NaN);
            float[] above = Rows.Random(width + 1, 3, width, 1f, float.NaN), gradient = above.ToArray();
            Visit(activation, new Backward(x, gradient, width));
            Rows.ShouldBeClose(gradient, width, (row, column) =>
                above[row * Rows.Stride(width) + column] * NumericsReference.Slope(activation, x[row * Rows.Stride(width) + column]), 1e-6);
            Rows.PaddingShouldBeZero(gradient, width);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_width_gives_the_same_bits(Activation activation)
    {
        foreach (int width in Rows.Widths)
            Visit(activation, new Agreement(width));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void NaN_stays_NaN(Activation activation)
    {
        float[] x = new float[16];
        x[0] = float.NaN;
        Visit(activation, new Forward(x, x, 1));
        x[0].ShouldBe(float.NaN);
    }

    [Fact]
    public void ReLU_has_slope_zero_at_zero()
    {
        float[] x = new float[16], gradient = Enumerable.Repeat(1f, 16).ToArray();
        ActivationPass.Backward<ReLUActivation>(ref x[0], ref gradient[0], 1, 16, 16);
        gradient.ShouldAllBe(g => g == 0f);
    }

    [Fact]
    public void Another_function_or_padding_left_alone_would_be_found()
    {
        float[] x = Rows.Random(1, 1, 3, 6f), y = new float[16];
        new Forward(x, y, 3).Visit<GeluActivation>();
        Should.Throw<ShouldAssertException>(() => Rows.ShouldBeClose(y, 3, (_, column) => NumericsReference.Of(Activation.GeluTanh, x[column]), 3e-7));
        y[3] = 1e-30f;
        Should.Throw<ShouldAssertException>(() => Rows.PaddingShouldBeZero(y, 3));
    }

    private static void Visit(Activation activation, IVisitor visitor)
    {
        switch (activation)
        {
            case Activation.ReLU: visitor.Visit<ReLUActivation>(); break;
            case Activation.Gelu: visitor.Visit<GeluActivation>(); break;
            case Activation.GeluTanh: visitor.Visit<GeluTanhActivation>(); break;
            case Activation.SiLU: visitor.Visit<SiLUActivation>(); break;
            case Activation.Tanh: visitor.Visit<TanhActivation>(); break;
            case Activation.Sigmoid: visitor.Visit<SigmoidActivation>(); break;
            case Activation.Identity: visitor.Visit<IdentityActivation>(); break;
            default: throw new ArgumentOutOfRangeException(nameof(activation), activation, "not tested");
        }
    }

    private interface IVisitor
    {
        void Visit<TActivation>() where TActivation : struct, IActivation;
    }

    private sealed class Forward(float[] x, float[] y, int width) : IVisitor
    {
        public void Visit<TActivation>() where TActivation : struct, IActivation =>
            ActivationPass.Forward<TActivation>(ref x[0], ref y[0], x.Length / Rows.Stride(width), width, Rows.Stride(width));
    }

    private sealed class Backward(float[] x, float[] gradient, int width) : IVisitor
    {
        public void Visit<TActivation>() where TActivation : struct, IActivation =>
            ActivationPass.Backward<TActivation>(ref x[0], ref gradient[0], x.Length / Rows.Stride(width), width, Rows.Stride(width));
    }

    private sealed class Agreement(int width) : IVisitor
    {
        public void Visit<TActivation>() where TActivation : struct, IActivation
        {
            float[] x = Rows.Random(width, 3, width, 8f, float.NaN);
            Legs.ShouldAgree(new ForwardCase<TActivation>(x, width));
            Legs.ShouldAgree(new BackwardCase<TActivation>(x, Rows.Random(width + 1, 3, width), width));
        }
    }

    private sealed class BackwardCase<TActivation>(float[] x, float[] gradient, int width) : ILaneCase<float[]>
        where TActivation : struct, IActivation
    {
        public float[] Run<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            float[] result = gradient.ToArray();
            ActivationPass.Backward<TActivation, TLanes>(ref x[0], ref result[0], 3, width, Rows.Stride(width));
            return result;
        }
    }
}
