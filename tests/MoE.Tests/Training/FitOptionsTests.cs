using System;
using Shouldly;
using Xunit;

namespace MoE.Tests.Training;

public sealed class FitOptionsTests
{
    public static TheoryData<string, Func<FitOptions>> Refused => new()
    {
        { nameof(FitOptions.Epochs), () => new() { Epochs = 0 } },
        { nameof(FitOptions.BatchSize), () => new() { BatchSize = 0 } },
        { nameof(FitOptions.LearningRate), () => new() { LearningRate = -1e-3 } },
        { nameof(FitOptions.LearningRate), () => new() { LearningRate = double.NaN } },
        { nameof(FitOptions.WeightDecay), () => new() { WeightDecay = double.PositiveInfinity } },
        { nameof(FitOptions.Beta1), () => new() { Beta1 = 1 } },
        { nameof(FitOptions.Beta2), () => new() { Beta2 = double.NaN } },
        { nameof(FitOptions.Epsilon), () => new() { Epsilon = 0 } },
        { nameof(FitOptions.Epsilon), () => new() { Epsilon = 1e-60 } },
        { nameof(FitOptions.ClipNorm), () => new() { ClipNorm = -1 } },
        { nameof(FitOptions.Threads), () => new() { Threads = -1 } },
        { nameof(FitOptions.ValidationFraction), () => new() { ValidationFraction = 1 } },
        { nameof(FitOptions.Patience), () => new() { Patience = -1 } },
    };

    [Fact]
    public void DefaultsAreTheContracts()
    {
        FitOptions options = new();

        (options.Epochs, options.BatchSize, options.Threads, options.Patience).ShouldBe((10, 32, 1, 0));
        (options.LearningRate, options.WeightDecay, options.Beta1, options.Beta2, options.Epsilon).ShouldBe((1e-3, 0.01, 0.9, 0.999, 1e-8));
        (options.ClipNorm, options.ValidationFraction, options.Shuffle, options.Seed).ShouldBe((0, 0, true, 0ul));
        options.Progress.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void AnOptionOutOfRangeIsNamed(string option, Func<FitOptions> make)
    {
        ArgumentOutOfRangeException refusal = Should.Throw<ArgumentOutOfRangeException>(() => make());

        refusal.ParamName.ShouldBe(option);
        refusal.Message.ShouldContain($"FitOptions.{option} must be");
    }
}
