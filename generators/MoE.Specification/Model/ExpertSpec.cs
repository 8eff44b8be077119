using System.Collections.Generic;

namespace MoE.Specification;

/// <summary>One expert attribute: <see cref="Count"/> experts of one shape. One subclass for each kind of expert.</summary>
public abstract record ExpertSpec(int Count, string? Name) : AttributeSpec
{
    /// <summary>What is left without name and count: experts of equal shape share their code.</summary>
    public ExpertSpec Shape => this with { Count = 1, Name = null };

    /// <summary>The shape in one word, fit for an identifier.</summary>
    public abstract string ShapeName { get; }

    /// <summary>Whether in a classifier it says probabilities, where others say logits.</summary>
    public virtual bool GivesProbabilities => false;

    /// <summary>Whether it knows more than parameters, which files hold.</summary>
    public virtual bool HoldsState => false;

    /// <summary>Whether what it says of a row may depend on the other rows of a call, which is one sequence then.</summary>
    public virtual bool RowsSeeEachOther => false;

    /// <summary>Whether training can ask it for the gradients of what it read.</summary>
    public virtual bool CarriesGradientsBack => true;

    /// <summary>The widths that its user chose, each with its place among the arguments named hidden: -1 where there is but one.</summary>
    public virtual IEnumerable<(int Value, int Element)> Widths => [];

    /// <summary>The sizes of its linear layers; in floating point, so that no declaration overflows them.</summary>
    public abstract IEnumerable<(double Inputs, double Outputs)> Layers(double inputs, double outputs);
}
