using System;
using MoE.Training;
using Shouldly;
using Xunit;

namespace MoE.Tests.Training;

public sealed class EvaluatorTests
{
    [Fact]
    public void MacroF1CountsClassesThatOccur()
    {
        // Predictions 0 0 1 1 2 0; class 3 occurs only in labels, class 4 nowhere.
        // F1 by class: 2*2/(3+3), 2*1/(1+2), 2*1/(1+1), 0/(1+0).
        Evaluation evaluation = Classify([0, 0, 1, 1, 2, 0], [0, 0, 1, 0, 2, 3], classes: 5);

        evaluation.Accuracy!.Value.ShouldBe(4.0 / 6, 1e-12);
        evaluation.MacroF1!.Value.ShouldBe((2.0 / 3 + 2.0 / 3 + 1 + 0) / 4, 1e-12);
        evaluation.R2.ShouldBeNull();
        double right = Math.Log(1 + 4 * Math.Exp(-10));
        evaluation.Loss.ShouldBe(right + 2.0 / 6 * 10, 1e-6);
    }

    [Fact]
    public void TiesGoToTheLowerClass()
    {
        LinearModel model = new(1, 3);
        model.OnPredict = outputs => outputs.Fill(0.5f);

        Evaluator.Evaluate(model, TrainingSet.Classification(model, [1, 1], [0, 1])).Accuracy.ShouldBe(0.5);
    }

    [Fact]
    public void MoreRowsThanABlockAreAllMeasured()
    {
        const int Count = 1000;
        int[] predicted = new int[Count];
        int[] labels = new int[Count];
        for (int row = 0; row < Count; row++) (predicted[row], labels[row]) = (row % 3, row % 2);

        Classify(predicted, labels, classes: 3).Accuracy!.Value.ShouldBe(334.0 / 1000, 1e-12);
    }

    [Fact]
    public void R2IsTheMeanOverOutputs()
    {
        // By output: SSE 0.25 + 0.25 of SST 2, SSE 1 + 4 of SST 8, a constant met exactly, a constant missed.
        float[] targets = [1, 0, 0.1f, 5, 2, 2, 0.1f, 5, 3, 4, 0.1f, 5];
        float[] outputs = [1.5f, 0, 0.1f, 5, 2, 3, 0.1f, 5, 2.5f, 6, 0.1f, 6];

        Evaluation evaluation = Regress(outputs, targets, width: 4);

        evaluation.R2!.Value.ShouldBe((0.75 + 0.375 + 1 + 0) / 4, 1e-12);
        evaluation.Loss.ShouldBe((0.5 + 5 + 0 + 1) / 12, 1e-12);
        (evaluation.Accuracy, evaluation.MacroF1).ShouldBe((null, null));
    }

    // The input is the row number; the outputs are looked up.
    private static Evaluation Classify(int[] predicted, int[] labels, int classes)
    {
        float[] outputs = new float[predicted.Length * classes];
        for (int row = 0; row < predicted.Length; row++) outputs[row * classes + predicted[row]] = 10;
        LinearModel model = Replaying(outputs, classes);
        return Evaluator.Evaluate(model, TrainingSet.Classification(model, new float[predicted.Length], labels));
    }

    private static Evaluation Regress(float[] outputs, float[] targets, int width)
    {
        LinearModel model = Replaying(outputs, width);
        return Evaluator.Evaluate(model, TrainingSet.Regression(model, new float[outputs.Length / width], targets));
    }

    private static LinearModel Replaying(float[] outputs, int width)
    {
        int next = 0;
        LinearModel model = new(1, width);
        model.OnPredict = block =>
        {
            outputs.AsSpan(next, block.Length).CopyTo(block);
            next += block.Length;
        };
        return model;
    }
}
