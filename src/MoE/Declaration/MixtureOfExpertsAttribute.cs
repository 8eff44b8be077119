using System;

namespace MoE;

/// <summary>
/// Makes a <c>partial class</c> a mixture of experts: the compiler writes its router, experts, kernels, serializer and,
/// with <see cref="TrainingAttribute"/>, its training.
/// </summary>
/// <param name="inputs">Features of a row, at least 1.</param>
/// <param name="outputs">Values that a row yields, at least 1; may be left out where <see cref="ClassifierAttribute{TEnum}"/> gives it. Default: 0, left out.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MixtureOfExpertsAttribute(int inputs, int outputs = 0) : Attribute
{
    /// <summary>Features of a row, at least 1.</summary>
    public int Inputs { get; } = inputs;

    /// <summary>Values that a row yields, at least 1; 0 where the classifier gives it.</summary>
    public int Outputs { get; } = outputs;

    /// <summary>
    /// How many experts work on a row, from 1 to the number of experts; 1 with a gating to one expert. <see cref="SoftGatingAttribute"/> takes all,
    /// whatever this says (Shazeer et al., "Outrageously Large Neural Networks", 2017, equation 5). Default: 1.
    /// </summary>
    public int TopK { get; set; } = 1;

    /// <summary>
    /// The most assignments that an expert takes of a batch: <c>ceil(CapacityFactor * rows * TopK / experts)</c>,
    /// computed exactly in decimal, at least <see cref="MinCapacity"/> and at most the rows. All first choices come in
    /// row order, then all second ones; <see cref="Overflow"/> says what becomes of the rest, <see cref="CapacityScope"/> when it holds
    /// (Fedus et al., "Switch Transformers", 2021, equation 3). The factor is at least 0 and finite. Default: 0, dropless.
    /// </summary>
    public double CapacityFactor { get; set; }

    /// <summary>The least capacity of an expert where <see cref="CapacityFactor"/> is set, at least 1. Default: 1.</summary>
    public int MinCapacity { get; set; } = 1;

    /// <summary>What becomes of an assignment that finds no room. Default: <see cref="Overflow.Drop"/>.</summary>
    public Overflow Overflow { get; set; } = Overflow.Drop;

    /// <summary>Whether the capacity holds for the mini-batches of training only, or for predictions, too. Default: <see cref="CapacityScope.Training"/>.</summary>
    public CapacityScope CapacityScope { get; set; } = CapacityScope.Training;

    /// <summary>
    /// Whether the members that take rows have overloads for <see cref="SparseRows"/>, rows most of whose columns are zero: hashed text, counts of words.
    /// They give the bits of the same rows written out and touch the columns alone that are there. Default: <c>false</c>.
    /// </summary>
    public bool SparseInputs { get; set; }

    /// <summary>
    /// How the weights of the experts' linear layers are kept; all but <see cref="WeightFormat.Float32"/> are for models without <see cref="TrainingAttribute"/>.
    /// A model that is an expert has its own. Default: <see cref="WeightFormat.Float32"/>.
    /// </summary>
    public WeightFormat WeightFormat { get; set; } = WeightFormat.Float32;
}
