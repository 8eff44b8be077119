using System;
using System.Linq;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Bits;

/// <summary>Law 1 within a process: the bits of a row do not depend on what it is computed with.</summary>
public class BatchAndThreadTests
{
    private const int Rows = 1000;

    [Theory]
    [MemberData(nameof(Shapes.Names), MemberType = typeof(Shapes))]
    public void A_row_alone_has_the_bits_that_it_has_among_a_thousand(string shape)
    {
        IModel model = Shapes.Create(shape);
        float[] inputs = SampleData.Inputs(model, Rows);
        float[] together = Predict(model, inputs, 1);
        float[] alone = new float[together.Length];
        for (int row = 0; row < Rows; row++)
            model.Predict(inputs.AsSpan(row * model.Inputs, model.Inputs), alone.AsSpan(row * model.Outputs, model.Outputs), 1);
        alone.ShouldBeTheBits(together, shape);
    }

    [Theory]
    [MemberData(nameof(Shapes.Names), MemberType = typeof(Shapes))]
    public void Batches_of_any_size_have_the_same_bits(string shape)
    {
        IModel model = Shapes.Create(shape);
        float[] inputs = SampleData.Inputs(model, Rows);
        float[] together = Predict(model, inputs, 1);
        foreach (int size in new[] { 2, 3, 5, 17, 63, 257 })
        {
            float[] part = new float[size * model.Outputs];
            model.Predict(inputs.AsSpan(0, size * model.Inputs), part, 1);
            part.ShouldBeTheBits(together[..part.Length], $"{shape}, {size} rows");
        }
    }

    [Theory]
    [MemberData(nameof(Shapes.Names), MemberType = typeof(Shapes))]
    public void Any_number_of_threads_gives_the_same_bits(string shape)
    {
        IModel model = Shapes.Create(shape);
        float[] inputs = SampleData.Inputs(model, Rows);
        float[] one = Predict(model, inputs, 1);
        foreach (int threads in new[] { 2, 3, 8, 0 })
            Predict(model, inputs, threads).ShouldBeTheBits(one, $"{shape}, {threads} threads");
    }

    [Theory]
    [MemberData(nameof(Shapes.Names), MemberType = typeof(Shapes))]
    public void Few_rows_on_any_number_of_threads_have_the_same_bits(string shape)
    {
        IModel model = Shapes.Create(shape);
        float[] inputs = SampleData.Inputs(model, 130);
        float[] one = Predict(model, inputs, 1);
        foreach (int rows in new[] { 1, 2, 5, 63, 130 })
            foreach (int threads in new[] { 2, 3, int.MaxValue })
                Predict(model, inputs[..(rows * model.Inputs)], threads).ShouldBeTheBits(one[..(rows * model.Outputs)], $"{shape}, {rows} rows, {threads} threads");
    }

    [Fact]
    public void A_row_of_a_large_model_on_any_number_of_threads_has_the_same_bits()
    {
        RegressorModel<LargeLayers> model = new(LargeLayers.Create(7));
        float[] inputs = SampleData.Inputs(model, 20);
        float[] one = Predict(model, inputs, 1);
        for (int row = 0; row < 20; row++)
            foreach (int threads in new[] { 1, 2, 3, int.MaxValue })
                Predict(model, inputs[(row * model.Inputs)..((row + 1) * model.Inputs)], threads)
                    .ShouldBeTheBits(one[(row * model.Outputs)..((row + 1) * model.Outputs)], $"row {row}, {threads} threads");
    }

    [Theory]
    [MemberData(nameof(Shapes.Names), MemberType = typeof(Shapes))]
    public void Routes_do_not_depend_on_the_batch(string shape)
    {
        IModel model = Shapes.Create(shape);
        float[] inputs = SampleData.Inputs(model, Rows);
        int[] experts = new int[Rows * model.TopK], expert = new int[model.TopK];
        float[] weights = new float[Rows * model.TopK], weight = new float[model.TopK];
        model.Route(inputs, experts, weights);
        for (int row = 0; row < Rows; row++)
        {
            model.Route(inputs.AsSpan(row * model.Inputs, model.Inputs), expert, weight);
            expert.ShouldBe(experts[(row * model.TopK)..((row + 1) * model.TopK)]);
            weight.ShouldBeTheBits(weights[(row * model.TopK)..((row + 1) * model.TopK)], $"{shape}, row {row}");
        }
    }

    [Theory]
    [MemberData(nameof(Shapes.Names), MemberType = typeof(Shapes))]
    public void Fit_gives_the_same_bits_on_any_number_of_threads(string shape)
    {
        float[] one = Fitted(shape, 1, seed: 3);
        foreach (int threads in new[] { 2, 3, 0 })
            Fitted(shape, threads, seed: 3).ShouldBeTheBits(one, $"{shape}, {threads} threads");
    }

    [Fact]
    public void Another_bit_would_be_found()
    {
        float[] one = Fitted(nameof(TwoKinds), 1, seed: 3);
        Should.Throw<ShouldAssertException>(() => Fitted(nameof(TwoKinds), 1, seed: 4).ShouldBeTheBits(one, "another seed"));
        Should.Throw<ShouldAssertException>(() => new[] { 0f }.ShouldBeTheBits(new[] { -0f }, "another sign"));
    }

    private static float[] Predict(IModel model, float[] inputs, int threads)
    {
        float[] outputs = new float[inputs.Length / model.Inputs * model.Outputs];
        model.Predict(inputs, outputs, threads);
        return outputs;
    }

    private static float[] Fitted(string shape, int threads, ulong seed)
    {
        const int TrainingRows = 201;
        IModel model = Shapes.Create(shape);
        model.Fit(SampleData.Inputs(model, TrainingRows), SampleData.Targets(model, TrainingRows), new FitOptions
        {
            Epochs = 2,
            BatchSize = 100,
            LearningRate = 0.01,
            Seed = seed,
            Threads = threads,
        });
        return [.. model.Parameters.SelectMany(tensor => model.Get(tensor.Name))];
    }
}
