using System;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Behaviour;

/// <summary>Data that cannot be trained on is refused by row and column, and the weights stay.</summary>
public class TrainingDataTests
{
    private readonly TwoKinds _regressor = TwoKinds.Create(1);
    private readonly TintClassifier _classifier = TintClassifier.Create(1);

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Targets_that_are_not_finite(float value)
    {
        float[] targets = new float[9];
        targets[7] = value;
        Refused(() => _regressor.Fit(new float[51], targets), "targets", "row 2", "column 1");
        Refused(() => _regressor.ComputeGradients(new float[51], targets, _regressor.CreateGradients()), "targets", "row 2", "column 1");
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void Inputs_that_are_not_finite(float value)
    {
        float[] inputs = new float[51];
        inputs[17] = value;
        Refused(() => _regressor.Fit(inputs, new float[9]), "inputs", "row 1", "column 0");
        Refused(() => _regressor.ComputeGradients(inputs, new float[9], _regressor.CreateGradients()), "inputs", "row 1", "column 0");
    }

    [Fact]
    public void No_rows()
    {
        Refused(() => _regressor.Fit([], []), "inputs", "0");
        Refused(() => _regressor.Evaluate([], []), "inputs", "0");
        Refused(() => _regressor.ComputeGradients([], [], _regressor.CreateGradients()), "inputs", "0");
        Refused(() => _classifier.Fit([], []), "inputs", "0");
    }

    [Fact]
    public void A_label_that_is_no_member()
    {
        Tint[] labels = [Tint.Black, Tint.White, (Tint)42];
        Refused(() => _classifier.Fit(new float[189], labels), "labels", "labels[2]", "Tint", "42", "Cyan");
        Refused(() => _classifier.Evaluate(new float[189], labels), "labels", "labels[2]", "42");
        Refused(() => _classifier.ComputeGradients(new float[189], labels, _classifier.CreateGradients()), "labels", "labels[2]", "42");
    }

    [Fact]
    public void Gradients_of_another_model()
    {
        Gradients other = OneByOne.Create().CreateGradients();
        Refused(() => _regressor.ComputeGradients(new float[17], new float[3], other), "gradients", "CreateGradients");
    }

    [Fact]
    public void Gradients_that_are_refused_stay_as_they_were()
    {
        Gradients gradients = _regressor.CreateGradients();
        float[] inputs = SampleData.Uniform(1, 17, 1f), targets = [1, 2, 3], before = new float[4], after = new float[4];
        _regressor.ComputeGradients(inputs, targets, gradients);
        gradients.Get("gate.bias", before);
        before.ShouldContain(value => value != 0);
        targets[0] = float.NaN;
        Should.Throw<ArgumentException>(() => _regressor.ComputeGradients(inputs, targets, gradients));
        gradients.Get("gate.bias", after);
        after.ShouldBe(before);
    }

    private void Refused(Action call, string parameter, params string[] parts)
    {
        float[][] before = Weights();
        ArgumentException error = Should.Throw<ArgumentException>(call);
        error.ParamName.ShouldBe(parameter);
        foreach (string part in parts)
            error.Message.ShouldContain(part);
        float[][] after = Weights();
        for (int tensor = 0; tensor < before.Length; tensor++)
            after[tensor].ShouldBe(before[tensor]);
    }

    private float[][] Weights()
    {
        IModel regressor = new RegressorModel<TwoKinds>(_regressor), classifier = new ClassifierModel<TintClassifier, Tint>(_classifier);
        return
        [
            .. regressor.Parameters.Select(tensor => regressor.Get(tensor.Name)),
            .. classifier.Parameters.Select(tensor => classifier.Get(tensor.Name)),
        ];
    }
}
