using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using MoE.Tests.Bits;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Sparse;

/// <summary>What is taken for sparse rows, and what is refused.</summary>
public class SparseRowsTests
{
    private const int Width = 300;

    private readonly SparseReader _model = SparseReader.Create(1);

    [Theory]
    [InlineData("inputs must hold a value for each index, but holds 2 indices and 1 values.", new[] { 1, 2 }, 1, new[] { 0, 2 })]
    [InlineData("inputs.Starts must begin with 0, where the entries of row 0 do, but begins with 1.", new[] { 1, 2 }, 2, new[] { 1, 2 })]
    [InlineData("inputs.Starts must not descend, but row 1 begins at entry 2 and ends before entry 1.", new[] { 1, 2 }, 2, new[] { 0, 2, 1, 2 })]
    [InlineData("inputs.Starts must end with the number of entries, 2, but ends with 1.", new[] { 1, 2 }, 2, new[] { 0, 1 })]
    [InlineData("inputs.Starts must end with the number of entries, 2, but ends with 0.", new[] { 1, 2 }, 2, new int[0])]
    [InlineData("inputs.Indices must be columns from 0 to 299, but entry 1 of row 1 is 300.", new[] { 1, 2, 300 }, 3, new[] { 0, 1, 3 })]
    [InlineData("inputs.Indices must be columns from 0 to 299, but entry 0 of row 0 is -1.", new[] { -1, 2 }, 2, new[] { 0, 2 })]
    [InlineData("inputs.Indices must ascend within a row, each column once, but entry 2 of row 0 is 5 behind 7.", new[] { 1, 7, 5 }, 3, new[] { 0, 3 })]
    [InlineData("inputs.Indices must ascend within a row, each column once, but entry 1 of row 1 is 4 behind 4.", new[] { 9, 4, 4 }, 3, new[] { 0, 1, 3 })]
    public void Wrong_rows_are_named(string message, int[] indices, int values, int[] starts)
    {
        float[] outputs = new float[4 * Math.Max(0, starts.Length - 1)];
        ArgumentException error = Should.Throw<ArgumentException>(() => _model.Predict(new SparseRows(indices, new float[values], starts), outputs));
        error.Message.ShouldStartWith(message);
        error.ParamName.ShouldBe("inputs");
        Should.Throw<ArgumentException>(() => _model.Route(new SparseRows(indices, new float[values], starts), new int[outputs.Length / 4], new float[outputs.Length / 4]))
            .Message.ShouldStartWith(message);
        Should.Throw<ArgumentException>(() => SparseNoise.Create().Fit(new SparseRows([2, 64], new float[2], [0, 2]), new float[3]))
            .Message.ShouldStartWith("inputs.Indices must be columns from 0 to 63, but entry 1 of row 0 is 64.");
    }

    [Fact]
    public void Spans_have_a_length()
    {
        int[] indices = [1, 2];
        float[] values = [1, 2, 0, 0, 0, 0];
        int five = indices.Length + 3;
        Should.Throw<ArgumentException>(() => _model.Predict(new SparseRows(indices, values.AsSpan(0, 2), [0, 2]), new float[five]))
            .Message.ShouldStartWith("outputs must hold 4 values, 4 for each of the 1 rows of inputs, but holds 5.");
        Should.Throw<ArgumentException>(() => _model.Predict(new SparseRows(indices, values.AsSpan(0, 2), [0, 2]), values.AsSpan(1, 4)))
            .Message.ShouldStartWith("outputs must not overlap inputs.");
        Should.Throw<ArgumentException>(() => SparseHues.Create().Classify(new SparseRows(indices, [1, 2], [0, 1, 2])))
            .Message.ShouldStartWith("input must hold one row, but holds 2.");
        Should.Throw<ArgumentOutOfRangeException>(() => _model.PredictExpert(2, new SparseRows(indices, [1, 2], [0, 2]), new float[4]));
    }

    [Fact]
    public void No_rows_do_nothing()
    {
        _model.Predict(default(SparseRows)).ShouldBeEmpty();
        _model.Predict(new SparseRows([], [], [0])).ShouldBeEmpty();
        Should.Throw<ArgumentException>(() => SparseNoise.Create().Fit(default(SparseRows), []));
    }

    [Fact]
    public void A_row_without_entries_is_all_zeros() =>
        _model.Predict(new SparseRows([], [], [0, 0])).ShouldBeTheBits(_model.Predict(new float[Width]), "no entries");

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void A_row_that_is_not_finite_is_as_among_whole_rows(float wrong)
    {
        SparseData data = SparseData.Of(5, Width, (row, column) => column % 40 != row ? null : row == 2 && column == 122 ? wrong : column);
        _model.Predict(data.Sparse).ShouldBeTheBits(_model.Predict(data.Whole), "Predict");
        int[] experts = new int[5], expected = new int[5];
        float[] weights = new float[5], expectedWeights = new float[5];
        _model.Route(data.Sparse, experts, weights);
        _model.Route(data.Whole, expected, expectedWeights);
        experts.ShouldBe(expected);
        weights.ShouldBeTheBits(expectedWeights, "Route");
        weights[2].ShouldBe(float.NaN);

        data = SparseData.Of(5, 64, (row, column) => column % 40 != row ? null : row == 2 && column == 42 ? wrong : column);
        string message = Should.Throw<ArgumentException>(() => SparseNoise.Create().Fit(data.Whole, new float[15])).Message;
        Should.Throw<ArgumentException>(() => SparseNoise.Create().Fit(data.Sparse, new float[15])).Message.ShouldBe(message);
        message.ShouldContain("row 2, column 42");
    }

    [Fact]
    public void Any_rows_have_the_bits_of_the_same_rows_written_out() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).Zip(Gen.Choose(1, 70)).ToArbitrary(),
        drawn =>
        {
            SparseData data = SparseData.Random(drawn.Item1, drawn.Item2, Width);
            _model.Predict(data.Sparse).ShouldBeTheBits(_model.Predict(data.Whole), $"seed {drawn.Item1}, {drawn.Item2} rows");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_three_spans_are_rows_or_refused() => Prop.ForAll(
        Gen.Choose(-2, Width + 1).ListOf().Zip(Gen.Choose(-1, 6).ListOf()).ToArbitrary(),
        drawn =>
        {
            int[] indices = [.. drawn.Item1], starts = [.. drawn.Item2];
            int rows = Math.Max(0, starts.Length - 1);
            try
            {
                _model.Predict(new SparseRows(indices, new float[indices.Length], starts), new float[rows * 4]);
            }
            catch (ArgumentException error)
            {
                error.ParamName.ShouldBe("inputs");
            }
        }).QuickCheckThrowOnFailure();
}
