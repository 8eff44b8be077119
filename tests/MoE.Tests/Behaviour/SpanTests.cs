using System;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

// Every length here is wrong on purpose: what a run of the program says is tested, not what the editor says.
#pragma warning disable MOE0401

namespace MoE.Tests.Behaviour;

/// <summary>Spans of the wrong length are refused by name and number, and nothing is written.</summary>
public class SpanTests
{
    private const float Untouched = 12345;
    private readonly TwoKinds _regressor = TwoKinds.Create(1);
    private readonly TintClassifier _classifier = TintClassifier.Create(1);

    [Fact]
    public void Zero_rows_do_nothing()
    {
        _regressor.Predict([], []);
        _regressor.Predict([], [], threads: 2);
        _regressor.Predict([]).ShouldBeEmpty();
        _regressor.Route([], [], []);
        _regressor.PredictExpert(0, [], []);
        _classifier.Classify([], Span<Tint>.Empty);
        _classifier.PredictProbabilities([], []);
    }

    [Fact]
    public void Inputs_are_whole_rows()
    {
        Refused(() => _regressor.Predict(new float[35], new float[6]), "inputs", "17", "35");
        Refused(() => _regressor.Predict(new float[16]), "inputs", "17", "16");
        Refused(() => _regressor.Route(new float[18], new int[2], new float[2]), "inputs", "17", "18");
        Refused(() => _regressor.PredictExpert(0, new float[18], new float[3]), "inputs", "17", "18");
        Refused(() => _classifier.Classify(new float[64], new Tint[1]), "inputs", "63", "64");
        Refused(() => _classifier.PredictProbabilities(new float[64], new float[5]), "inputs", "63", "64");
        Refused(() => _regressor.Fit(new float[18], new float[3]), "inputs", "17", "18");
        Refused(() => _regressor.Evaluate(new float[18], new float[3]), "inputs", "17", "18");
        Refused(() => _regressor.ComputeGradients(new float[18], new float[3], _regressor.CreateGradients()), "inputs", "17", "18");
    }

    [Fact]
    public void Classify_takes_one_row()
    {
        Refused(() => _classifier.Classify(new float[126]), "input", "63", "126");
        Refused(() => _classifier.Classify([]), "input", "63", "0");
    }

    [Fact]
    public void What_is_written_has_room_for_every_row()
    {
        float[] outputs = [.. Enumerable.Repeat(Untouched, 7)];
        int[] experts = new int[4];
        float[] weights = new float[4];
        Refused(() => _regressor.Predict(new float[34], outputs), "outputs", "6", "7");
        Refused(() => _regressor.Predict(new float[34], outputs, threads: 2), "outputs", "6", "7");
        Refused(() => _regressor.PredictExpert(1, new float[34], outputs), "outputs", "6", "7");
        Refused(() => _regressor.Route(new float[34], experts.AsSpan(1), weights), "experts", "4", "3");
        Refused(() => _regressor.Route(new float[34], experts, weights.AsSpan(1)), "weights", "4", "3");
        Refused(() => _classifier.Classify(new float[63], new Tint[2]), "labels", "1", "2");
        outputs.ShouldAllBe(value => value == Untouched);
    }

    [Fact]
    public void Probabilities_are_refused_by_their_own_name() =>
        Refused(() => _classifier.PredictProbabilities(new float[63], new float[4]), "probabilities", "5", "4");

    [Fact]
    public void Targets_are_as_many_as_rows()
    {
        Refused(() => _regressor.Fit(new float[34], new float[5]), "targets", "6", "5");
        Refused(() => _regressor.Evaluate(new float[34], new float[5]), "targets", "6", "5");
        Refused(() => _classifier.Fit(new float[126], new Tint[1]), "labels", "2", "1");
    }

    [Fact]
    public void Inputs_and_outputs_must_not_overlap()
    {
        float[] both = [.. Enumerable.Repeat(1f, 37)];
        Refused(() => _regressor.Predict(both.AsSpan(0, 34), both.AsSpan(31)), "outputs", "overlap");
        Refused(() => _regressor.PredictExpert(0, both.AsSpan(0, 34), both.AsSpan(31)), "outputs", "overlap");
        both.ShouldAllBe(value => value == 1);
        _regressor.Predict(both.AsSpan(0, 17), both.AsSpan(17, 3));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void An_expert_that_is_not_there_is_refused(int expert)
    {
        ArgumentOutOfRangeException error = Should.Throw<ArgumentOutOfRangeException>(() => _regressor.PredictExpert(expert, new float[17], new float[3]));
        error.ParamName.ShouldBe("expert");
        error.Message.ShouldContain("0 to 3");
        error.ActualValue.ShouldBe(expert);
    }

    [Fact]
    public void Threads_are_not_negative() =>
        Should.Throw<ArgumentOutOfRangeException>(() => _regressor.Predict(new float[34], new float[6], threads: -1)).ParamName.ShouldBe("threads");

    [Fact]
    public void A_parameter_that_is_not_there_or_of_another_size_is_refused()
    {
        Should.Throw<ArgumentException>(() => _regressor.GetParameter("experts.0.9.weight", new float[1])).Message.ShouldContain("experts.0.9.weight");
        float[] before = new float[4];
        _regressor.GetParameter("gate.bias", before);
        ArgumentException error = Should.Throw<ArgumentException>(() => _regressor.SetParameter("gate.bias", new float[5]));
        error.Message.ShouldContain("gate.bias");
        error.Message.ShouldContain("4");
        error.Message.ShouldContain("5");
        float[] after = new float[4];
        _regressor.GetParameter("gate.bias", after);
        after.ShouldBe(before);
    }

    private static void Refused(Action call, string parameter, params string[] parts)
    {
        ArgumentException error = Should.Throw<ArgumentException>(call);
        error.ParamName.ShouldBe(parameter);
        foreach (string part in parts)
            error.Message.ShouldContain(part);
    }
}
