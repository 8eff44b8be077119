using System;
using System.Linq;
using Shouldly;
using Xunit;

namespace MoE.Tests.Training;

/// <summary>The steps of a Fit are those of PyTorch's AdamW.</summary>
public sealed class FitOptimizerTests
{
    private static readonly SampleRows Rows = new(100);

    public static TheoryData<FitOptions> Options => new(
        new FitOptions(),
        new FitOptions { LearningRate = 0.05, WeightDecay = 0.3 },
        new FitOptions { LearningRate = 0.01, Beta1 = 0.5, Beta2 = 0.9, Epsilon = 1e-3, WeightDecay = 0 },
        new FitOptions { LearningRate = 0.01, ClipNorm = 0.1 });

    [Theory]
    [MemberData(nameof(Options))]
    public void EachStepIsTheReferences(FitOptions options)
    {
        LinearModel model = SampleRows.Regressor();
        AdamWReference reference = new([.. model.Parameters.Floats.ToArray().Select(w => (double)w)], options);
        model.OnStep = (loss, gradients, _) =>
        {
            reference.Parameters.Zip(model.Parameters.Floats.ToArray()).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 2e-6);
            reference.Step(gradients.Floats);
            return loss;
        };

        FitReport report = Rows.FitRegressor(model, options);

        report.Steps.ShouldBe(40);
        reference.Parameters.Zip(model.Parameters.Floats.ToArray()).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 2e-6);
    }

    [Fact]
    public void EveryFitStartsAFreshOptimizer()
    {
        LinearModel model = SampleRows.Regressor();
        Rows.FitRegressor(model, new FitOptions { Epochs = 3 });
        LinearModel copy = SampleRows.Regressor();
        model.Parameters.Floats.CopyTo(copy.Parameters.Floats);

        Rows.FitRegressor(model, new FitOptions { Epochs = 1 });
        Rows.FitRegressor(copy, new FitOptions { Epochs = 1 });

        copy.Parameters.Floats.ToArray().ShouldBe(model.Parameters.Floats.ToArray());
    }

    [Fact]
    public void PaddingStaysZero()
    {
        LinearModel model = SampleRows.Regressor();

        Rows.FitRegressor(model, new FitOptions { ClipNorm = 0.1 });

        // 6 weights and 2 biases in 16 floats.
        model.Parameters.Floats[8..].ToArray().ShouldBe(new float[8]);
    }
}
