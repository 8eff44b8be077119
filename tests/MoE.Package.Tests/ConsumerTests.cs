using System;
using Shouldly;
using Xunit;

namespace MoE.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class ConsumerTests(PackageFixture package)
{
    // Two classes that a line parts, learnt, saved and loaded again.
    private const string Program = """
        using System;
        using System.IO;
        using System.Linq;
        using MoE;

        var random = new Random(7);
        float[] points = Enumerable.Range(0, 2 * 400).Select(_ => random.NextSingle() * 2 - 1).ToArray();
        Side[] sides = Enumerable.Range(0, 400).Select(row => points[2 * row] > points[2 * row + 1] ? Side.Below : Side.Above).ToArray();

        Halves model = Halves.Create(seed: 1);
        FitReport report = model.Fit(points, sides, new FitOptions { Epochs = 30, LearningRate = 1e-2 });
        Console.WriteLine(report.Outcome);
        Console.WriteLine(model.Evaluate(points, sides).Accuracy > 0.95 ? "learnt" : "not learnt");

        string path = Path.Combine(AppContext.BaseDirectory, "halves.safetensors");
        model.Save(path);
        Console.WriteLine(Halves.Load(path).Predict(points).SequenceEqual(model.Predict(points)) ? "same bits" : "other bits");
        Console.WriteLine($"{Halves.Load(path).Classify([1, -1])} {Halves.Load(path).Classify([-1, 1])}");
        Console.WriteLine(Halves.Parameters.Length);

        public enum Side { Below, Above }

        [MixtureOfExperts(2, TopK = 2)]
        [FeedForwardExpert(8, Name = "Left")]
        [FeedForwardExpert(8, Name = "Right")]
        [Classifier<Side>]
        [Training]
        public sealed partial class Halves;
        """;

    [Fact]
    public void An_application_declares_trains_saves_loads_and_predicts()
    {
        using var consumer = new Consumer(package, Program);
        consumer.Restore().ShouldSucceed();
        consumer.Build().ShouldSucceed();

        consumer.Start().ShouldSucceed().Lines.ShouldBe(["Completed", "learnt", "same bits", "Below Above", "10"]);
    }

    [Fact]
    public void A_wrong_declaration_is_an_error_of_the_rule_and_nothing_else()
    {
        using var consumer = new Consumer(package, Program.Replace("TopK = 2", "TopK = 3", StringComparison.Ordinal));
        consumer.Restore().ShouldSucceed();

        DotNet build = consumer.Build();

        build.ExitCode.ShouldNotBe(0);
        build.Output.ShouldContain("error MOE0101");
        build.Output.ShouldNotContain("error CS");
    }
}
