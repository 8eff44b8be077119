using System;
using System.IO;
using System.Linq;
using MoE.Persistence.Apr;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Apr;

/// <summary>Models in aprender's files and back.</summary>
public sealed class AprModelTests : IDisposable
{
    private const int Rows = 25;
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void The_worked_example_is_a_model()
    {
        File.WriteAllBytes(_path, WorkedExamples.Linear);
        AprExample model = AprExample.LoadApr(_path);
        AprMixture theirs = AprFile.Read(WorkedExamples.Linear, [AprLinearRegression.Kind, AprLinearRegression.Kind]);
        foreach (float x in new[] { -2f, 0, 0.5f, 3 })
        {
            // The second expert was never fitted: aprender fails on it, here it says 0.
            double share = AprenderReference<double>.Route(theirs, [x]).Single(pair => pair.Expert == 0).Weight;
            ((double)model.Predict([x])[0]).ShouldBe(share * ((2 * x) + 0.5), 1e-6);
        }
    }

    [Fact]
    public void Linear_experts_are_LinearRegression_and_answer_what_aprender_would()
    {
        AprLinear model = AprLinear.Create(3);
        model.SaveApr(_path);
        AprMixture theirs = AprFile.Load(_path, [.. Enumerable.Repeat(AprLinearRegression.Kind, 4)]);
        (theirs.Config.TopK, theirs.Gating.Temperature, theirs.Config.LoadBalanceWeight).ShouldBe((2ul, 0.5f, 0.02f));
        float[] inputs = SampleData.Uniform(1, Rows * 5, 1), outputs = model.Predict(inputs);
        int[] experts = new int[Rows * 2];
        float[] weights = new float[Rows * 2];
        model.Route(inputs, experts, weights);
        for (int row = 0; row < Rows; row++)
        {
            float[] input = inputs[(row * 5)..((row + 1) * 5)];
            ((double)outputs[row]).ShouldBe(AprenderReference<double>.Predict(theirs, input), 1e-5);
            AprenderReference<double>.Route(theirs, input).Select(pair => pair.Expert).ShouldBe(experts[(row * 2)..((row * 2) + 2)]);
        }
        AprLinear.LoadApr(_path).Predict(inputs).ShouldBe(outputs);
        AprFile.SaveBincode(_path, theirs);
        AprLinear.LoadApr(_path).Predict(inputs).ShouldBe(outputs, "the bincode alone");
    }

    [Fact]
    public void Ridge_is_read_and_an_intercept_needs_a_bias()
    {
        AprGating gate = new(5, 3, 1, [.. SampleData.Uniform(1, 15, 1)]);
        AprMixture Mixture(float intercept) => new([.. Enumerable.Range(0, 3).Select(expert => new AprRidge(1, SampleData.Uniform(expert, 5, 1), intercept, true))], gate, new AprConfig(1, 1, 0, 0.01f));
        AprFile.Save(_path, Mixture(0), DateTimeOffset.UnixEpoch, "0.65.2");
        float[] row = SampleData.Uniform(7, 5, 1);
        ((double)AprUnbiased.LoadApr(_path).Predict(row)[0]).ShouldBe(AprenderReference<double>.Predict(Mixture(0), row), 1e-5);
        AprFile.Save(_path, Mixture(0.5f), DateTimeOffset.UnixEpoch, "0.65.2");
        Should.Throw<ModelFormatException>(() => AprUnbiased.LoadApr(_path)).Message.ShouldContain("have no bias");
    }

    [Fact]
    public void Two_classes_are_LogisticRegression()
    {
        AprLogistic model = AprLogistic.Create(3);
        model.SaveApr(_path);
        AprFile.Load(_path, [.. Enumerable.Repeat(AprLogisticRegression.Kind, 3)]).Experts.Count.ShouldBe(3);
        float[] inputs = SampleData.Uniform(1, Rows * 5, 1), ours = new float[Rows * 2], theirs = new float[Rows * 2];
        model.PredictProbabilities(inputs, ours);
        AprLogistic.LoadApr(_path).PredictProbabilities(inputs, theirs);
        ours.Zip(theirs).ShouldAllBe(pair => MathF.Abs(pair.First - pair.Second) < 1e-6);
    }

    [Fact]
    public void Forests_are_RandomForestClassifier_without_the_rows()
    {
        float[] inputs = SampleData.Uniform(1, 120 * 11, 1);
        Hue[] labels = [.. Enumerable.Range(0, 120).Select(row => (Hue)(row % 3))];
        AprForests model = AprForests.Create(1);
        model.Fit(inputs, labels, new FitOptions { Epochs = 2 });
        model.SaveApr(_path);
        AprMixture theirs = AprFile.Load(_path, [AprRandomForestClassifier.Kind, AprRandomForestClassifier.Kind]);
        ((AprRandomForestClassifier)theirs.Experts[1]).Trees.Count.ShouldBe(8);
        // Trees without a limit end in pure leaves: a class says as much as frequencies.
        AprForests loaded = AprForests.LoadApr(_path);
        loaded.Predict(inputs).ShouldBe(model.Predict(inputs));
        loaded.GetForest(0).FeatureImportances.Zip(model.GetForest(0).FeatureImportances).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
        double.IsNaN(loaded.GetForest(0).OutOfBagScore).ShouldBeTrue();
        AprForests.Create(1).SaveApr(_path);
        AprForests.LoadApr(_path).GetForest(0).TreeCount.ShouldBe(0);
    }

    [Fact]
    public void Forests_of_numbers_answer_what_aprender_would()
    {
        float[] inputs = SampleData.Uniform(1, 120 * 6, 1), targets = SampleData.Uniform(2, 120, 1);
        AprRegressionForests model = AprRegressionForests.Create(1);
        model.Fit(inputs, targets, new FitOptions { Epochs = 2 });
        model.SaveApr(_path);
        AprRegressionForests.LoadApr(_path).Predict(inputs).ShouldBe(model.Predict(inputs));
        AprMixture theirs = AprFile.Load(_path, [AprRandomForestRegressor.Kind, AprRandomForestRegressor.Kind]);
        for (int row = 0; row < Rows; row++)
            ((double)model.Predict(inputs.AsSpan(row * 6, 6))[0]).ShouldBe(AprenderReference<double>.Predict(theirs, inputs[(row * 6)..((row + 1) * 6)]), 1e-5);
    }

    [Fact]
    public void Every_other_model_is_there_whole_under_our_mark()
    {
        Whole<GoldenBasic>("a bias of the gate", model => model.SaveApr(_path), GoldenBasic.LoadApr);
        Whole<GoldenEndNorm>("a learned temperature", model => model.SaveApr(_path), GoldenEndNorm.LoadApr);
        Whole<GoldenDeepSeek>("sigmoids and a shared expert", model => model.SaveApr(_path), GoldenDeepSeek.LoadApr);
        Whole<HashShape>("a gate without parameters", model => model.SaveApr(_path), HashShape.LoadApr);
        Whole<NoisyShape>("noise", model => model.SaveApr(_path), NoisyShape.LoadApr);
        Whole<GroupedShape>("groups", model => model.SaveApr(_path), GroupedShape.LoadApr);
        Whole<ThreeLevels>("mixtures inside", model => model.SaveApr(_path), ThreeLevels.LoadApr);
        Whole<CustomExperts>("a user's types", model => model.SaveApr(_path), CustomExperts.LoadApr);
    }

    private void Whole<T>(string what, Action<T> save, Func<string, T> load)
        where T : IRegressor<T>
    {
        T model = T.Create(5);
        float[] rows = SampleData.Uniform(1, Rows * T.InputSize, 1);
        save(model);
        load(_path).Predict(rows).ShouldBe(model.Predict(rows), what);
        T.Create(6).Predict(rows).ShouldNotBe(model.Predict(rows), what);
    }

    [Fact]
    public void Forests_and_networks_are_there_whole()
    {
        float[] inputs = SampleData.Uniform(1, 120 * 11, 1);
        Hue[] labels = [.. Enumerable.Range(0, 120).Select(row => (Hue)(row % 3))];
        ForestsInside model = ForestsInside.Create(1);
        model.Fit(inputs, labels, new FitOptions { Epochs = 2 });
        model.SaveApr(_path);
        ForestsInside.LoadApr(_path).Predict(inputs).ShouldBe(model.Predict(inputs));
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_name()
    {
        AprLinear.Create(1).SaveApr(_path);
        Should.Throw<ModelFormatException>(() => AprUnbiased.LoadApr(_path)).Message.ShouldContain(_path);
        AprGating gate = new(5, 4, 1, new float[20]);
        AprLinearRegression expert = new([1, 2, 3, 4, 5], 0, true);
        Refused(new AprMixture([expert, expert, expert, expert], gate, new AprConfig(2, 1, 0, 0)), "temperature 1; the model's is 0.5");
        Refused(new AprMixture([expert, expert, expert, expert], gate with { Temperature = float.NaN }, new AprConfig(2, 1, 0, 0)), "temperature NaN");
        Refused(new AprMixture([expert, expert, expert, expert], gate with { Temperature = 0.5f }, new AprConfig(3, 1, 0, 0)), "top_k is 3; the model's TopK is 2");
        Refused(new AprMixture([expert, expert, expert], gate with { Experts = 3, Weights = new float[15] }, new AprConfig(2, 1, 0, 0)), "3 experts; 4 were expected");
        Refused(new AprMixture([expert, expert, expert, expert with { Coefficients = [1] }], gate with { Temperature = 0.5f }, new AprConfig(2, 1, 0, 0)), "experts.3.0.weight");
        Refused(new AprMixture([expert, expert, expert, expert], new AprGating(6, 4, 0.5f, new float[24]), new AprConfig(2, 1, 0, 0)), "6 features; the model has 5 inputs");

        void Refused(AprMixture mixture, string reason)
        {
            AprFile.Save(_path, mixture, DateTimeOffset.UnixEpoch, "0.65.2");
            Should.Throw<ModelFormatException>(() => AprLinear.LoadApr(_path)).Message.ShouldContain(reason);
        }
    }
}
