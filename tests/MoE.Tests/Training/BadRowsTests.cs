using System;
using MoE.Training;
using Shouldly;
using Xunit;

namespace MoE.Tests.Training;

/// <summary>Whatever is wrong with the rows is named, and the model stays as it was.</summary>
public sealed class BadRowsTests
{
    private static readonly LinearModel Regressor = SampleRows.Regressor();
    private static readonly LinearModel Classifier = SampleRows.Classifier();

    public static TheoryData<string, string, Action> Refused => new()
    {
        { "inputs", "at least 1 row,", () => FitRegressor([], []) },
        { "inputs", "at least 2 rows, but holds 1", () => FitRegressor(new float[3], new float[2], new FitOptions { ValidationFraction = 0.1 }) },
        { "inputs", "whole rows of 3 floats, but holds 7 (2 rows and 1 floats)", () => FitRegressor(new float[7], new float[4]) },
        { "targets", "4 floats, 2 for each of the 2 input rows, but holds 2", () => FitRegressor(new float[6], new float[2]) },
        { "inputs", "row 1, column 2 is NaN", () => FitRegressor([0, 0, 0, 0, 0, float.NaN], new float[4]) },
        { "inputs", "row 0, column 1 is -Infinity", () => FitRegressor([0, float.NegativeInfinity, 0], new float[2]) },
        { "targets", "row 1, column 0 is Infinity", () => FitRegressor(new float[6], [0, 0, float.PositiveInfinity, 0]) },
        { "labels", "one label for each of the 2 input rows, but holds 3", () => FitClassifier(new float[6], new int[3]) },
        { "labels", "labels[1] must be a class index from 0 to 2, but is 3", () => FitClassifier(new float[6], [0, 3]) },
        { "labels", "labels[0] must be a class index from 0 to 2, but is -1", () => FitClassifier(new float[6], [-1, 0]) },
        { "inputs", "at least 1 row,", () => Evaluator.Evaluate(Classifier, TrainingSet.Classification(Classifier, [], [])) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void IsRefusedByName(string parameter, string message, Action fit)
    {
        float[] regressor = Regressor.Parameters.Floats.ToArray();
        float[] classifier = Classifier.Parameters.Floats.ToArray();

        ArgumentException refusal = Should.Throw<ArgumentException>(fit);

        refusal.ParamName.ShouldBe(parameter);
        refusal.Message.ShouldContain(message);
        Regressor.Parameters.Floats.ToArray().ShouldBe(regressor);
        Classifier.Parameters.Floats.ToArray().ShouldBe(classifier);
    }

    private static void FitRegressor(float[] inputs, float[] targets, FitOptions? options = null) =>
        Trainer.Fit(Regressor, TrainingSet.Regression(Regressor, inputs, targets), options);

    private static void FitClassifier(float[] inputs, int[] labels) =>
        Trainer.Fit(Classifier, TrainingSet.Classification(Classifier, inputs, labels));
}
