using System;
using System.Linq;
using MoE.Persistence;
using MoE.Training;
using Shouldly;
using Xunit;

namespace MoE.Tests.Training;

public class WeightDecayTests
{
    private static readonly FitOptions _options = new() { LearningRate = 0.05, WeightDecay = 0.3 };

    /// <summary>Tensors that do not decay at either end and in the middle, larger than a part of the optimizer's work.</summary>
    [Theory]
    [InlineData("first", "last")]
    [InlineData("middle")]
    [InlineData("first", "middle", "last")]
    [InlineData]
    public void Weight_decay_leaves_out_what_does_not_decay(params string[] undecayed)
    {
        (string Name, int Size)[] tensors = [("first", 16), ("large", 70_000), ("middle", 40_000), ("other", 32), ("last", 16)];
        int offset = 0;
        ModelLayout layout = new(tensors.Sum(tensor => tensor.Size), [.. tensors.Select(tensor =>
        {
            offset += tensor.Size;
            return new TensorLayout(tensor.Name, [tensor.Size], new TensorPlacement(offset - tensor.Size, 16, 16, 0), InitialValue.Uniform(1), Decays: !undecayed.Contains(tensor.Name));
        })], [], "tensors");
        ParameterBuffer parameters = new(layout), gradients = new(layout);
        parameters.Initialize(3);
        AdamWReference[] references = [.. tensors.Select(tensor => new AdamWReference([.. Get(parameters, tensor).Select(value => (double)value)], undecayed.Contains(tensor.Name) ? _options with { WeightDecay = 0 } : _options))];
        AdamWOptimizer optimizer = new(parameters, [0..layout.Floats], _options, 3);
        for (int step = 0; step < 3; step++)
        {
            Random random = new(step);
            foreach (ref float gradient in gradients.Floats) gradient = random.NextSingle() - 0.5f;
            foreach ((AdamWReference reference, (string Name, int Size) tensor) in references.Zip(tensors)) reference.Step(Get(gradients, tensor));
            optimizer.Step(gradients, 2);
        }
        foreach ((AdamWReference reference, (string Name, int Size) tensor) in references.Zip(tensors))
            Get(parameters, tensor).Zip(reference.Parameters, (actual, expected) => Math.Abs(actual - expected)).Max().ShouldBeLessThan(1e-6, tensor.Name);
    }

    private static float[] Get(ParameterBuffer buffer, (string Name, int Size) tensor)
    {
        float[] values = new float[tensor.Size];
        buffer.Get(tensor.Name, values);
        return values;
    }
}
