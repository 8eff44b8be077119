using System.Collections.Generic;

namespace MoE.Specification;

/// <summary>One expert attribute: <see cref="Count"/> experts of one shape. One subclass for each kind of expert.</summary>
public abstract record ExpertSpec(int Count, string? Name) : AttributeSpec
{
    /// <summary>What is left without name and count: experts of equal shape share their code.</summary>
    public ExpertSpec Shape => this with { Count = 1, Name = null };

    /// <summary>The shape in one word, fit for an identifier.</summary>
    public abstract string ShapeName { get; }

    /// <summary>The sizes of its linear layers; in floating point, so that no declaration overflows them.</summary>
    public abstract IEnumerable<(double Inputs, double Outputs)> Layers(double inputs, double outputs);
}
