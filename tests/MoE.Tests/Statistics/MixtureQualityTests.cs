using System;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Statistics;

/// <summary>How a model of fewer bits is compared with its measure.</summary>
public class MixtureQualityTests
{
    private const int Rows = 200;

    private readonly FewFloat32 _wide = FewFloat32.Create(3);
    private readonly float[] _rows = SampleData.Uniform(1, Rows * 100, 1);

    [Fact]
    public void A_model_agrees_with_itself() =>
        MixtureQuality.Compare(_wide, FewFloat32.Load(File(_wide)), _rows).ShouldBe(new QualityComparison(Rows, 0, 0, 0, 1, 1));

    [Fact]
    public void The_numbers_are_their_definitions()
    {
        FewInt4 model = FewInt4.Load(File(_wide));
        float[] expected = new float[Rows * 5], actual = new float[Rows * 5];
        _wide.Predict(_rows, expected);
        model.Predict(_rows, actual);
        double[] errors = [.. expected.Zip(actual, (x, y) => Math.Abs((double)x - y))];
        QualityComparison quality = MixtureQuality.Compare(_wide, model, _rows);
        quality.Rows.ShouldBe(Rows);
        quality.LargestError.ShouldBe(errors.Max());
        quality.MeanError.ShouldBe(errors.Average(), 1e-9);
        quality.LargestRelativeError.ShouldBe(Enumerable.Range(0, Rows).Max(row => errors[(row * 5)..(row * 5 + 5)].Max() / expected[(row * 5)..(row * 5 + 5)].Max(value => Math.Abs((double)value))));
        quality.RouteAgreement.ShouldBe(1, "the router is float32");
        quality.ClassAgreement.ShouldBe(Enumerable.Range(0, Rows).Average(row => _wide.Classify(_rows.AsSpan(row * 100, 100)) == model.Classify(_rows.AsSpan(row * 100, 100)) ? 1.0 : 0));
    }

    [Fact]
    public void Fewer_bits_are_further_away()
    {
        double half = MixtureQuality.Compare(_wide, FewBFloat16.Load(File(_wide)), _rows).MeanError;
        double bytes = MixtureQuality.Compare(_wide, FewInt8.Load(File(_wide)), _rows).MeanError;
        double nibbles = MixtureQuality.Compare(_wide, FewInt4.Load(File(_wide)), _rows).MeanError;
        half.ShouldBeGreaterThan(0);
        bytes.ShouldBeGreaterThan(half);
        nibbles.ShouldBeGreaterThan(bytes);
    }

    [Fact]
    public void Another_router_is_seen() =>
        MixtureQuality.Compare(_wide, FewFloat32.Create(4), _rows).RouteAgreement.ShouldBeLessThan(1);

    [Fact]
    public void NaN_in_both_is_no_error()
    {
        _rows[3] = float.NaN;
        MixtureQuality.Compare(_wide, FewFloat32.Load(File(_wide)), _rows).LargestError.ShouldBe(0);
    }

    [Fact]
    public void It_is_printed() => MixtureQuality.Compare(_wide, FewFloat32.Load(File(_wide)), _rows).ToString().ReplaceLineEndings("\n").ShouldBe(
        """
        rows                     200
        largest error            0
        mean error               0
        largest relative error   0
        same experts, share      1.0000
        same class, share        1.0000
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void Sizes_must_be_equal() =>
        Should.Throw<ArgumentException>(() => MixtureQuality.Compare(_wide, OddInt8.Create(1), _rows)).Message.ShouldBe("Both models must have the same InputSize, but the first has 100 and the second 37.");

    [Fact]
    public void Rows_must_be_whole_and_some()
    {
        Should.Throw<ArgumentException>(() => MixtureQuality.Compare(_wide, _wide, _rows.AsSpan(1)));
        Should.Throw<ArgumentException>(() => MixtureQuality.Compare(_wide, _wide, []));
    }

    private static byte[] File(FewFloat32 model) => new FormatModel<FewFloat32>(model).Save();
}
