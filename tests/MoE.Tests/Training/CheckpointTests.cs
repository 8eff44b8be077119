using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using MoE.Tests.Bits;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Training;

/// <summary>A Fit that is interrupted and goes on ends with the bits of one that was not.</summary>
public sealed class CheckpointTests : IDisposable
{
    private const int Rows = 120;
    private const int StepsPerEpoch = 4;
    private readonly string _folder = Directory.CreateTempSubdirectory("moe-checkpoint").FullName;

    private string Path => System.IO.Path.Combine(_folder, "fit.safetensors");

    private FitOptions Options => new()
    {
        Epochs = 6,
        LearningRate = 0.01,
        Seed = 5,
        ClipNorm = 1,
        ValidationFraction = 0.1,
        Patience = 5,
        Schedule = LearningRateSchedule.Cosine,
        WarmupSteps = 3,
        BatchSize = 30,
        CheckpointPath = Path,
        CheckpointSteps = 1,
    };

    public static TheoryData<string, int> Interruptions
    {
        get
        {
            TheoryData<string, int> data = [];
            foreach (string shape in new[] { nameof(TwoKinds), nameof(NoisyShape), nameof(SigmoidAsItIs), nameof(GoldenEndNormDropout), nameof(CentreShape), nameof(TintClassifier), nameof(FewSlots) })
            {
                foreach (int step in new[] { 1, StepsPerEpoch, 10 })
                    data.Add(shape, step);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Interruptions))]
    public void A_cancelled_Fit_goes_on_to_the_same_bits(string shape, int steps)
    {
        IModel whole = Shapes.Create(shape), interrupted = Shapes.Create(shape);
        FitReport expected = Fit(whole, Options with { CheckpointPath = null });
        Fit(interrupted, Options with { CancellationToken = After(steps, out IProgress<FitProgress> progress), Progress = progress }).Outcome.ShouldBe(FitOutcome.Cancelled);
        File.Exists(Path).ShouldBeTrue();

        // Another process has fresh weights; threads are its own affair.
        IModel resumed = Shapes.Of(shape).Create(99);
        FitReport report = Fit(resumed, Options with { Threads = 3 });
        report.Outcome.ShouldBe(expected.Outcome);
        report.Epochs.ShouldBe(expected.Epochs);
        report.ValidationLosses.ShouldBe(expected.ValidationLosses);
        report.BestEpoch.ShouldBe(expected.BestEpoch);
        report.Steps.ShouldBe(expected.Steps);
        Parameters(resumed).ShouldBeTheBits(Parameters(whole), shape);
        File.Exists(Path).ShouldBeFalse("the Fit has come to its end");
    }

    [Fact]
    public void A_Fit_that_dies_goes_on_from_its_last_checkpoint()
    {
        IModel whole = Shapes.Create(nameof(TwoKinds)), dying = Shapes.Create(nameof(TwoKinds)), resumed = Shapes.Of(nameof(TwoKinds)).Create(99);
        Fit(whole, Options with { CheckpointPath = null });
        int seen = 0;
        Should.Throw<InvalidOperationException>(() => Fit(dying, Options with { Progress = new ImmediateProgress(_ => { if (++seen == 7) throw new InvalidOperationException("planted"); }) }));
        Fit(resumed, Options);
        Parameters(resumed).ShouldBeTheBits(Parameters(whole), "parameters");
    }

    [Fact]
    public void A_stream_goes_on_in_the_middle_of_an_epoch()
    {
        FitOptions options = Options with { ValidationFraction = 0, ScheduleSteps = 30 };
        TwoKinds whole = TwoKinds.Create(1), interrupted = TwoKinds.Create(1), resumed = TwoKinds.Create(2);
        whole.Fit(Stream(), options with { CheckpointPath = null });
        interrupted.Fit(Stream(), options with { CancellationToken = After(8, out IProgress<FitProgress> progress), Progress = progress });
        resumed.Fit(Stream(), options);
        Parameters(new RegressorModel<TwoKinds>(resumed)).ShouldBeTheBits(Parameters(new RegressorModel<TwoKinds>(whole)), "parameters");

        static IEnumerable<RowBatch<float>> Stream()
        {
            for (int part = 0; part < 3; part++)
                yield return new(SampleData.Uniform(part, 50 * 17, 1), SampleData.Uniform(part + 7, 50 * 3, 1));
        }
    }

    [Fact]
    public void Without_a_schedule_it_may_go_on_further_than_was_planned()
    {
        FitOptions options = Options with { Schedule = LearningRateSchedule.Constant, ValidationFraction = 0, Patience = 0 };
        IModel whole = Shapes.Create(nameof(TwoKinds)), first = Shapes.Create(nameof(TwoKinds)), resumed = Shapes.Create(nameof(TwoKinds));
        Fit(whole, options with { CheckpointPath = null, Epochs = 9 });
        Fit(first, options with { CancellationToken = After(9, out IProgress<FitProgress> progress), Progress = progress });
        Fit(resumed, options with { Epochs = 9 });
        Parameters(resumed).ShouldBeTheBits(Parameters(whole), "parameters");
    }

    [Fact]
    public void The_gate_alone_and_an_expert_alone_resume_too()
    {
        float[] inputs = SampleData.Uniform(1, Rows * 17, 1), targets = SampleData.Uniform(2, Rows * 3, 1);
        TwoKinds whole = TwoKinds.Create(1), interrupted = TwoKinds.Create(1), resumed = TwoKinds.Create(1);
        FitOptions none = Options with { CheckpointPath = null };
        whole.FitExpert(1, inputs, targets, none);
        whole.FitGate(inputs, targets, none);
        interrupted.FitExpert(1, inputs, targets, Options with { CancellationToken = After(5, out IProgress<FitProgress> progress), Progress = progress });
        Should.Throw<ArgumentException>(() => resumed.FitGate(inputs, targets, Options)).Message.ShouldContain("what is trained was expert 1, but is the gate now");
        resumed.FitExpert(1, inputs, targets, Options);
        resumed.FitGate(inputs, targets, Options with { CancellationToken = After(5, out progress), Progress = progress });
        resumed.FitGate(inputs, targets, Options);
        Parameters(new RegressorModel<TwoKinds>(resumed)).ShouldBeTheBits(Parameters(new RegressorModel<TwoKinds>(whole)), "parameters");
    }

    [Fact]
    public void Its_weights_can_be_loaded()
    {
        TwoKinds model = TwoKinds.Create(1);
        float[] inputs = SampleData.Uniform(1, Rows * 17, 1), targets = SampleData.Uniform(2, Rows * 3, 1);
        model.Fit(inputs, targets, Options with { CancellationToken = After(StepsPerEpoch, out IProgress<FitProgress> progress), Progress = progress });
        TwoKinds.Load(Path, "model").Predict(inputs).ShouldBeTheBits(model.Predict(inputs), "the completed epoch");
    }

    [Theory]
    [InlineData("rows")]
    [InlineData("inputs")]
    [InlineData("Seed")]
    [InlineData("steps of the schedule")]
    [InlineData("LearningRate")]
    public void Another_Fit_is_refused_by_name(string difference)
    {
        IModel model = Interrupted(nameof(TwoKinds));
        float[] before = Parameters(model);
        byte[] file = File.ReadAllBytes(Path);
        FitOptions options = difference switch
        {
            "Seed" => Options with { Seed = 6 },
            "steps of the schedule" => Options with { Epochs = 7 },
            "LearningRate" => Options with { LearningRate = 0.02 },
            _ => Options,
        };
        float[] inputs = SampleData.Inputs(model, Rows), targets = SampleData.Targets(model, Rows);
        if (difference == "inputs")
            inputs[5] += 1;
        if (difference == "rows")
            (inputs, targets) = (inputs[..^17], targets[..^3]);
        Should.Throw<ArgumentException>(() => model.Fit(inputs, targets, options)).Message.ShouldContain(difference);
        Parameters(model).ShouldBeTheBits(before, "nothing is changed");
        File.ReadAllBytes(Path).ShouldBe(file);
    }

    [Fact]
    public void Another_model_s_checkpoint_and_other_files_are_refused()
    {
        Interrupted(nameof(TwoKinds));
        Should.Throw<ModelFormatException>(() => Fit(Shapes.Create(nameof(Normed)), Options)).Message.ShouldContain("It is a checkpoint of 'TwoKinds");
        TwoKinds.Create(1).Save(Path);
        byte[] saved = File.ReadAllBytes(Path);
        Should.Throw<ModelFormatException>(() => Fit(Shapes.Create(nameof(TwoKinds)), Options)).Message.ShouldContain("no checkpoint of a Fit");
        File.ReadAllBytes(Path).ShouldBe(saved, "a file that is none of ours is not overwritten");
    }

    [Fact]
    public void A_damaged_checkpoint_is_refused_wherever_the_damage_is()
    {
        Interrupted(nameof(OneByOne));
        byte[] file = File.ReadAllBytes(Path);
        IModel model = Shapes.Create(nameof(OneByOne));
        float[] before = Parameters(model);
        for (int length = 0; length < file.Length; length += 13)
            Refused(file[..length]);
        for (int at = 0; at < file.Length; at += 7)
        {
            byte[] damaged = [.. file];
            damaged[at] ^= 0x11;
            Refused(damaged);
        }
        Parameters(model).ShouldBeTheBits(before, "nothing is changed");

        void Refused(byte[] damaged)
        {
            File.WriteAllBytes(Path, damaged);
            try
            {
                Fit(model, Options with { Epochs = 6, CancellationToken = new CancellationToken(canceled: true) });
            }
            catch (Exception error) when (error is ModelFormatException or ArgumentException)
            {
                return;
            }
            // What still says the same is no damage: spaces, and digits of no consequence.
            Fit(Shapes.Create(nameof(OneByOne)), Options).Outcome.ShouldBe(FitOutcome.Completed);
            model = Shapes.Create(nameof(OneByOne));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IModel Interrupted(string shape)
    {
        IModel model = Shapes.Create(shape);
        Fit(model, Options with { CancellationToken = After(3, out IProgress<FitProgress> progress), Progress = progress }).Outcome.ShouldBe(FitOutcome.Cancelled);
        return model;
    }

    private static FitReport Fit(IModel model, FitOptions options) => model.Fit(SampleData.Inputs(model, Rows), SampleData.Targets(model, Rows), options);

    private static CancellationToken After(int steps, out IProgress<FitProgress> progress)
    {
        CancellationTokenSource source = new();
        int seen = 0;
        progress = new ImmediateProgress(_ =>
        {
            if (++seen == steps)
                source.Cancel();
        });
        return source.Token;
    }

    private static float[] Parameters(IModel model) => [.. model.Parameters.SelectMany(tensor => model.Get(tensor.Name))];
}
