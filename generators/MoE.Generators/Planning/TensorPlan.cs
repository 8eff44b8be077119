using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Generators.Planning;

/// <summary>A named parameter: how files name and shape it, where it lies, how it starts.</summary>
/// <param name="FanIn">Starts uniform in +-1/sqrt(FanIn) where positive, else as <paramref name="Start"/>.</param>
internal sealed record TensorPlan(string Name, int[] Shape, Placement Placement, int FanIn, double Start)
{
    public StorageFormat Storage { get; init; } = StorageFormat.Float32;

    /// <summary>How else it starts, as the runtime's InitialValue says it; null: by fan-in or as a constant.</summary>
    public string? Initial { get; init; }

    /// <summary>Whether training changes it by its gradient.</summary>
    public bool IsTrained { get; init; } = true;

    /// <summary>Whether weight decay draws it to zero.</summary>
    public bool Decays { get; init; } = true;

    /// <summary>What files hold for it.</summary>
    public IEnumerable<StoredTensor> Stored => Storage.Stored(Name, Shape);

    public long Bytes => Stored.Sum(tensor => tensor.Bytes);

    public long Elements => Shape.Aggregate(1L, (product, size) => checked(product * size));

    /// <summary>The same tensor inside a block that lies elsewhere.</summary>
    public TensorPlan At(string prefix, int offset) => this with { Name = prefix + Name, Placement = Placement.At(offset) };

    public static TensorPlan Weight(string name, LinearPlan linear, int offset) =>
        new(name, [linear.Outputs, linear.Inputs], linear.Weight.At(offset), linear.Inputs, 0) { Storage = linear.Storage };

    public static TensorPlan Bias(string name, LinearPlan linear, int offset) =>
        new(name, [linear.Outputs], linear.Bias.At(offset), linear.Inputs, 0);

    /// <summary>A vector, its elements one after the other.</summary>
    public static TensorPlan Vector(string name, int size, int offset, double start) =>
        new(name, [size], new Placement(offset, Padding.Line, Padding.Line, 0), 0, start);
}
