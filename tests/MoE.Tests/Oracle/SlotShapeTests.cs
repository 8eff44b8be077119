using System;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Oracle;

/// <summary>Slots of odd sizes against the definition in double: outputs, and gradients as slopes of the loss.</summary>
public class SlotShapeTests
{
    private const int Sequences = 3;
    private const int Length = 13;

    [Fact]
    public void Few_slots() => Compare<FewSlots>();

    [Fact]
    public void Many_slots() => Compare<ManySlots>();

    [Fact]
    public void One_slot_of_each_expert() => Compare<OneSlotEach>();

    [Fact]
    public void One_slot() => Compare<OneSlot>();

    [Fact]
    public void A_shared_expert_beside_slots() => Compare<SharedSlots>();

    [Fact]
    public void A_wrong_centre_would_be_found() =>
        Should.Throw<ShouldAssertException>(() => Compare<FewSlots>(mixture => mixture.Parameters["mu"][5] += 0.05));

    [Fact]
    public void A_row_that_is_not_finite_takes_no_part()
    {
        FewSlots model = FewSlots.Create(3);
        float[] inputs = SampleData.Uniform(5, 9 * 17, 1), without = model.Predict(inputs);
        float[] more = [.. inputs[..34], float.NaN, .. inputs[35..51], .. inputs[34..]];
        float[] outputs = model.Predict(more);
        outputs[10..15].ShouldAllBe(value => float.IsNaN(value));
        outputs[..10].Concat(outputs[15..]).ShouldBe(without);
        model.Predict(Enumerable.Repeat(float.PositiveInfinity, 34).ToArray()).ShouldAllBe(value => float.IsNaN(value));
    }

    [Fact]
    public void Many_sequences_are_each_on_their_own()
    {
        const int Many = 90;
        FewSlots model = FewSlots.Create(3);
        float[] inputs = SampleData.Uniform(5, Many * Length * 17, 1), outputs = new float[Many * Length * 5];
        model.Predict(inputs, Length, outputs, threads: 2);
        outputs.ShouldBe(inputs.Chunk(Length * 17).SelectMany(sequence => model.Predict(sequence)));
        Should.Throw<ArgumentException>(() => model.Predict(inputs, Length - 1, outputs)).Message.ShouldContain("1170 rows");
    }

    [Fact]
    public void Sequences_are_trained_whole()
    {
        FewSlots model = FewSlots.Create(3);
        float[] inputs = SampleData.Uniform(5, 6 * 7 * 17, 1), targets = SampleData.Uniform(6, 6 * 7 * 5, 1);
        FitReport report = model.Fit(inputs, targets, new FitOptions { Epochs = 40, SequenceLength = 7, BatchSize = 2, LearningRate = 0.01, ValidationFraction = 0.2 });
        report.Steps.ShouldBe(40 * 3);
        report.Epochs[^1].Task.ShouldBeLessThan(report.Epochs[0].Task);
        report.ValidationLosses.Count.ShouldBe(40);
    }

    [Fact]
    public void An_expert_and_the_gate_can_be_trained_apart()
    {
        FewSlots model = FewSlots.Create(3), before = FewSlots.Create(3);
        float[] inputs = SampleData.Uniform(5, 60 * 17, 1), targets = SampleData.Uniform(6, 60 * 5, 1), losses = SampleData.Uniform(7, 60 * 3, 1);
        model.FitExpert(2, inputs, targets).Epochs[^1].Task.ShouldBeGreaterThan(0);
        Changed(model, before).ShouldBe(["experts.2.w1.weight", "experts.2.w3.weight", "experts.2.w2.weight"]);
        FitReport report = model.FitGateToLosses(inputs, losses, new FitOptions { Epochs = 30, LearningRate = 0.05 });
        report.Epochs[^1].Task.ShouldBeLessThan(report.Epochs[0].Task);
        Changed(model, before).ShouldBe(["mu", "scale", "experts.2.w1.weight", "experts.2.w3.weight", "experts.2.w2.weight"]);
    }

    private static void Compare<T>(Action<SlotMixture>? plant = null)
        where T : ISequenceRegressor<T>
    {
        T model = T.Create(11);
        RegressorModel<T> face = new(model);
        foreach (TensorInfo tensor in T.Parameters)
            face.Set(tensor.Name, [.. face.Get(tensor.Name).Zip(SampleData.Uniform(tensor.Name.Length, face.Get(tensor.Name).Length, 0.3f), (value, more) => value + more)]);
        SlotMixture mixture = new(face);
        plant?.Invoke(mixture);
        float[] inputs = SampleData.Uniform(1, Sequences * Length * T.InputSize, 2), targets = SampleData.Uniform(2, Sequences * Length * T.OutputSize, 1);
        double[][] rows = Split(inputs, T.InputSize), goals = Split(targets, T.OutputSize);

        float[] outputs = new float[targets.Length];
        model.Predict(inputs, Length, outputs, threads: 3);
        double[] expected = [.. rows.Chunk(Length).SelectMany(mixture.Predict).SelectMany(row => row)];
        outputs.Zip(expected).Max(pair => Math.Abs(pair.First - pair.Second)).ShouldBeLessThan(2e-5 * (0.1 + expected.Max(Math.Abs)));

        Gradients gradients = model.CreateGradients();
        LossReport loss = model.ComputeGradients(inputs, Length, targets, gradients);
        loss.Total.ShouldBe(mixture.Loss(rows, Length, goals), 1e-5);
        Random random = new(7);
        foreach (TensorInfo tensor in T.Parameters)
        {
            float[] gradient = new float[face.Get(tensor.Name).Length];
            gradients.Get(tensor.Name, gradient);
            double scale = gradient.Max(Math.Abs);
            for (int sample = 0; sample < Math.Min(5, gradient.Length); sample++)
            {
                int element = random.Next(gradient.Length);
                double slope = Slope(ref mixture.Parameters[tensor.Name][element], () => mixture.Loss(rows, Length, goals));
                Math.Abs(gradient[element] - slope).ShouldBeLessThan((2e-4 * (scale + Math.Abs(slope))) + 1e-7, $"{tensor.Name}[{element}]: {gradient[element]} and {slope}");
            }
        }
    }

    private static double Slope(ref double value, Func<double> loss)
    {
        const double Step = 1e-6;
        double kept = value;
        value = kept + Step;
        double above = loss();
        value = kept - Step;
        double below = loss();
        value = kept;
        return (above - below) / (2 * Step);
    }

    private static double[][] Split(float[] values, int width) => [.. values.Select(value => (double)value).Chunk(width)];

    private static string[] Changed(FewSlots model, FewSlots before) =>
        [.. FewSlots.Parameters.Select(tensor => tensor.Name).Where(name => !new RegressorModel<FewSlots>(model).Get(name).SequenceEqual(new RegressorModel<FewSlots>(before).Get(name)))];
}
