using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Training;

/// <summary>Jitter: seeded, in training alone, on the router's copy of the inputs.</summary>
public class JitterTests
{
    private const int Rows = 40;

    [Fact]
    public void The_same_seed_gives_the_same_weights_on_any_number_of_threads() =>
        Fitted(seed: 3, threads: 1).ShouldBe(Fitted(seed: 3, threads: 4));

    [Fact]
    public void Another_seed_gives_others() =>
        Fitted(seed: 3, threads: 1).ShouldNotBe(Fitted(seed: 4, threads: 1));

    // One step over all rows in their order: without jitter no number would depend on the seed.
    private static float[] Fitted(ulong seed, int threads)
    {
        IModel model = ModelFactory.Regressor<SwitchJitter>().Create(1);
        model.Fit(SampleData.Inputs(model, Rows), SampleData.Targets(model, Rows), new FitOptions { Epochs = 1, BatchSize = Rows, Shuffle = false, Seed = seed, Threads = threads });
        return model.Get("gate.weight");
    }

    [Fact]
    public void Without_jitter_the_seed_would_not_matter()
    {
        float[][] fitted = [.. new ulong[] { 3, 4 }.Select(seed =>
        {
            IModel model = ModelFactory.Regressor<SwitchShape>().Create(1);
            model.Fit(SampleData.Inputs(model, Rows), SampleData.Targets(model, Rows), new FitOptions { Epochs = 1, BatchSize = Rows, Shuffle = false, Seed = seed });
            return model.Get("gate.weight");
        })];
        fitted[0].ShouldBe(fitted[1]);
    }

    [Fact]
    public void Gradients_and_predictions_have_none()
    {
        IModel model = ModelFactory.Regressor<SwitchJitter>().Create(1);
        float[] inputs = SampleData.Inputs(model, Rows), targets = SampleData.Targets(model, Rows);
        LossReport loss = model.ComputeGradients(inputs, targets, out var first);
        model.ComputeGradients(inputs, targets, out var second).ShouldBe(loss);
        second["gate.weight"].ShouldBe(first["gate.weight"]);
        model.Evaluate(inputs, targets).Loss.ShouldBe(loss.Task, 1e-6);
    }
}
