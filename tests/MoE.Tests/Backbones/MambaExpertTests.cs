using System;
using System.IO;
using System.Linq;
using MoE.Tests.Bits;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Backbones;

/// <summary>An expert that sees every row of a sequence, in a model without layers around.</summary>
public class MambaExpertTests
{
    private const int Rows = 300;
    private readonly MambaAmongExperts _model = MambaAmongExperts.Create(3);
    private readonly float[] _inputs = SampleData.Uniform(1, Rows * 9, 2);

    [Fact]
    public void Steps_are_one_call()
    {
        float[] whole = new float[Rows * 4], steps = new float[Rows * 4];
        _model.Predict(_inputs, whole);
        SequenceState state = _model.CreateState();
        for (int row = 0; row < Rows; row++)
        {
            _model.Step(state, _inputs.AsSpan(row * 9, 9), steps.AsSpan(row * 4, 4));
            if (row == Rows / 2)
            {
                using MemoryStream file = new();
                state.Save(file);
                file.Position = 0;
                state = MambaAmongExperts.LoadState(file);
            }
        }
        steps.ShouldBeTheBits(whole, "steps");
        float[] threads = new float[Rows * 4];
        _model.Predict(_inputs, threads, threads: 3);
        threads.ShouldBeTheBits(whole, "threads");
    }

    [Fact]
    public void Sequences_do_not_see_each_other()
    {
        float[] both = new float[Rows * 4], alone = new float[Rows * 2];
        _model.Predict(_inputs, Rows / 2, both);
        for (int sequence = 0; sequence < 2; sequence++)
        {
            _model.Predict(_inputs.AsSpan(sequence * Rows / 2 * 9, Rows / 2 * 9), alone);
            alone.ShouldBeTheBits(both.AsSpan(sequence * Rows * 2, Rows * 2).ToArray(), $"sequence {sequence}");
        }
    }

    /// <summary>The routes and what each expert says of the whole sequence make the outputs.</summary>
    [Fact]
    public void What_it_says_counts_where_a_row_is_routed_to_it()
    {
        float[] outputs = new float[Rows * 4], weights = new float[Rows * 2], shared = new float[Rows * 4];
        int[] experts = new int[Rows * 2];
        float[][] alone = [.. Enumerable.Range(0, 4).Select(expert =>
        {
            float[] said = new float[Rows * 4];
            _model.PredictExpert(expert, _inputs, said);
            return said;
        })];
        _model.Predict(_inputs, outputs);
        _model.Route(_inputs, experts, weights);
        experts.Count(expert => expert is 1 or 2).ShouldBeGreaterThan(50);
        MambaAmongExperts silent = MambaAmongExperts.Create(3);
        silent.SetParameter("shared_experts.w2.weight", new float[4 * 3]);
        silent.Predict(_inputs, shared);
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < 4; column++)
            {
                double expected = (weights[row * 2] * (double)alone[experts[row * 2]][(row * 4) + column]) + (weights[(row * 2) + 1] * (double)alone[experts[(row * 2) + 1]][(row * 4) + column]);
                ((double)shared[(row * 4) + column]).ShouldBe(expected, 2e-6);
            }
        }
    }

    /// <summary>Though the first row is another expert's, the state space has seen it.</summary>
    [Fact]
    public void It_sees_rows_that_are_not_its_own()
    {
        float[] said = new float[Rows * 4], other = new float[Rows * 4];
        _model.PredictExpert(1, _inputs, said);
        float[] changed = [.. _inputs];
        changed[0] += 1;
        _model.PredictExpert(1, changed, other);
        other[4..40].ShouldNotBe(said[4..40]);
    }

    [Fact]
    public void A_row_that_is_not_finite_counts_as_zeros()
    {
        float[] zeros = [.. _inputs], broken = [.. _inputs], expected = new float[Rows * 4], came = new float[Rows * 4];
        Array.Clear(zeros, 7 * 9, 9);
        broken[(7 * 9) + 2] = float.NaN;
        _model.Predict(zeros, expected);
        _model.Predict(broken, came);
        came.AsSpan(7 * 4, 4).ToArray().ShouldAllBe(value => float.IsNaN(value));
        came[(8 * 4)..].ShouldBeTheBits(expected[(8 * 4)..], "after");
    }
}
