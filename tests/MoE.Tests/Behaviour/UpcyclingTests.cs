using System;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Behaviour;

/// <summary>Trained models with more experts, or fewer.</summary>
public class UpcyclingTests
{
    private const int Rows = 60;
    private readonly float[] _inputs = SampleData.Uniform(1, Rows * 6, 1);
    private readonly float[] _targets = SampleData.Uniform(2, Rows * 3, 1);

    [Fact]
    public void Experts_keep_what_they_know_and_copies_differ_a_little()
    {
        ThreeExperts model = Trained();
        FiveExperts grown = Upcycling.WithExperts<ThreeExperts, FiveExperts>(model, copyOf: 1);
        for (int expert = 0; expert < 3; expert++)
            Said(grown.PredictExpert, expert).ShouldBe(Said(model.PredictExpert, expert));
        for (int expert = 3; expert < 5; expert++)
        {
            float[] copy = Said(grown.PredictExpert, expert), original = Said(model.PredictExpert, 1);
            copy.ShouldNotBe(original);
            ((double)copy.Zip(original).Average(pair => Math.Abs(pair.First - pair.Second))).ShouldBeLessThan(0.05 * original.Average(Math.Abs));
        }
        Get(grown.GetParameter, "temperature", 1).ShouldBe(Get(model.GetParameter, "temperature", 1));
        Get(grown.GetParameter, "shared_experts.w2.weight", 12).ShouldBe(Get(model.GetParameter, "shared_experts.w2.weight", 12));
        Get(grown.GetParameter, "gate.weight", 30)[..18].ShouldBe(Get(model.GetParameter, "gate.weight", 18));
        FiveExperts again = Upcycling.WithExperts<ThreeExperts, FiveExperts>(model, copyOf: 1);
        again.Predict(_inputs).ShouldBe(grown.Predict(_inputs));
    }

    [Fact]
    public void Without_noise_a_copy_is_the_original()
    {
        ThreeExperts model = Trained();
        FiveExperts grown = Upcycling.WithExperts<ThreeExperts, FiveExperts>(model, copyOf: 2, noise: 0);
        Said(grown.PredictExpert, 4).ShouldBe(Said(model.PredictExpert, 2));
    }

    [Fact]
    public void A_fresh_expert_is_one_that_a_new_model_has()
    {
        FiveExperts grown = Upcycling.WithExperts<ThreeExperts, FiveExperts>(Trained(), copyOf: -1, seed: 7), fresh = FiveExperts.Create(7);
        Said(grown.PredictExpert, 3).ShouldBe(Said(fresh.PredictExpert, 3));
        Get(grown.GetParameter, "gate.weight", 30)[18..].ShouldBe(Get(fresh.GetParameter, "gate.weight", 30)[18..]);
    }

    [Fact]
    public void Training_only_what_is_new_leaves_the_rest()
    {
        ThreeExperts model = Trained();
        FiveExperts grown = Upcycling.WithExperts<ThreeExperts, FiveExperts>(model, copyOf: 0);
        grown.FitExpert(3, _inputs, _targets);
        grown.FitGate(_inputs, _targets);
        for (int expert = 0; expert < 3; expert++)
            Said(grown.PredictExpert, expert).ShouldBe(Said(model.PredictExpert, expert));
    }

    [Fact]
    public void One_can_be_left_out()
    {
        FiveExperts five = FiveExperts.Create(3);
        ThreeExperts three = Upcycling.Select<FiveExperts, ThreeExperts>(five, [4, 0, 2]);
        Said(three.PredictExpert, 0).ShouldBe(Said(five.PredictExpert, 4));
        Said(three.PredictExpert, 2).ShouldBe(Said(five.PredictExpert, 2));
        Get(three.GetParameter, "gate.bias", 3)[0].ShouldBe(Get(five.GetParameter, "gate.bias", 5)[4]);
        Should.Throw<ArgumentException>(() => Upcycling.WithoutExpert<FiveExperts, ThreeExperts>(five, 1)).Message.ShouldContain("must have 4 experts");
        ThreeSlotExperts slots = ThreeSlotExperts.Create(1);
        TwoSlotExperts fewer = Upcycling.WithoutExpert<ThreeSlotExperts, TwoSlotExperts>(slots, 1);
        float[] before = Get(slots.GetParameter, "mu", 17 * 6), after = Get(fewer.GetParameter, "mu", 17 * 4);
        for (int input = 0; input < 17; input++)
            after[(input * 4)..((input * 4) + 4)].ShouldBe([.. before[(input * 6)..((input * 6) + 2)], .. before[((input * 6) + 4)..((input * 6) + 6)]]);
    }

    [Fact]
    public void A_dense_network_becomes_a_mixture()
    {
        DenseExpert dense = DenseExpert.Create(1);
        dense.Fit(_inputs, _targets, new FitOptions { Epochs = 20, LearningRate = 0.01 });
        SparseExperts sparse = Upcycling.Select<DenseExpert, SparseExperts>(dense, [0, 0, 0, 0], noise: 0);
        float[] ours = sparse.Predict(_inputs), theirs = dense.Predict(_inputs);
        ours.Zip(theirs).ShouldAllBe(pair => MathF.Abs(pair.First - pair.Second) < 1e-5);
        SparseExperts moved = Upcycling.Select<DenseExpert, SparseExperts>(dense, [0, 0, 0, 0]);
        double before = moved.Evaluate(_inputs, _targets).Loss;
        moved.Fit(_inputs, _targets, new FitOptions { Epochs = 20, LearningRate = 0.01 });
        moved.Evaluate(_inputs, _targets).Loss.ShouldBeLessThan(before);
    }

    [Fact]
    public void Forests_come_along()
    {
        float[] inputs = SampleData.Uniform(1, 90 * 11, 1);
        ForestClassifier model = ForestClassifier.Create(1);
        model.Fit(inputs, [.. Enumerable.Range(0, 90).Select(row => (Hue)(row % 3))], new FitOptions { Epochs = 1 });
        MoreForests more = Upcycling.Select<ForestClassifier, MoreForests>(model, [0, 1, -1, 2]);
        more.GetForest(1).Nodes.Features.ShouldBe(model.GetForest(1).Nodes.Features);
        more.GetForest(2).TreeCount.ShouldBe(0);
        Should.Throw<ModelFormatException>(() => Upcycling.Select<ForestClassifier, MoreForests>(model, [0, 1, 2, 2]));
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        Should.Throw<ModelFormatException>(() => Upcycling.Select<SparseExperts, WiderExperts>(SparseExperts.Create(1), [0, 1, 2, 3])).Message.ShouldContain("experts.0.0.weight");
        Should.Throw<ArgumentException>(() => Upcycling.Select<ThreeExperts, FiveExperts>(Trained(), [0, 1])).Message.ShouldContain("each of the 5 experts of FiveExperts, but holds 2");
        Should.Throw<ArgumentException>(() => Upcycling.WithExperts<ThreeExperts, FiveExperts>(Trained(), 3)).Message.ShouldContain("one is 3");
        Should.Throw<ArgumentException>(() => Upcycling.WithExperts<FiveExperts, ThreeExperts>(FiveExperts.Create(1), 0)).Message.ShouldContain("more experts than the 5");
        Should.Throw<ArgumentOutOfRangeException>(() => Upcycling.WithExperts<ThreeExperts, FiveExperts>(Trained(), 0, noise: double.NaN));
    }

    private delegate void Reading(string name, Span<float> values);

    private delegate void Saying(int expert, ReadOnlySpan<float> inputs, Span<float> outputs);

    private ThreeExperts Trained()
    {
        ThreeExperts model = ThreeExperts.Create(1);
        model.Fit(_inputs, _targets, new FitOptions { Epochs = 3, LearningRate = 0.01 });
        return model;
    }

    private float[] Said(Saying predict, int expert)
    {
        float[] outputs = new float[Rows * 3];
        predict(expert, _inputs, outputs);
        return outputs;
    }

    private static float[] Get(Reading read, string name, int elements)
    {
        float[] values = new float[elements];
        read(name, values);
        return values;
    }
}
