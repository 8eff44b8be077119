using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Generators.Planning;

/// <summary>A router and its experts, whose outputs are summed by weight.</summary>
/// <param name="Scope">What tells its class from those of the model's other mixtures; empty for the outermost.</param>
/// <param name="MixesProbabilities">Whether the experts say probabilities, of whose sum the outputs are the logarithms.</param>
/// <param name="Training">How it is trained; null: not at all.</param>
/// <param name="Capacity">How many assignments an expert takes; null: all.</param>
/// <param name="TopK">Experts that work on a row.</param>
/// <param name="Shapes">The experts' shapes, each once, the shared one's last.</param>
/// <param name="Experts">All experts that the router chooses from, in order.</param>
/// <param name="Shared">The expert that every row passes through, numbered after the others and the row itself; null: there is none.</param>
/// <param name="Size">Its parameters, padding included.</param>
/// <param name="BlockRows">Rows that are routed together.</param>
/// <param name="ExpertRows">Rows that one call of an expert's kernels takes at most.</param>
internal sealed record MixturePlan(
    string Summary,
    BufferPlan Input,
    BufferPlan Output,
    string Scope,
    bool MixesProbabilities,
    TrainingPlan? Training,
    GatePlan Gate,
    CapacityPlan? Capacity,
    int TopK,
    IReadOnlyList<ExpertPlan> Shapes,
    IReadOnlyList<ExpertRange> Experts,
    ExpertRange? Shared,
    int Size,
    int BlockRows,
    int ExpertRows)
    : BlockPlan(Summary, Input, Output)
{
    /// <summary>Whether its way back goes on to what it read.</summary>
    public bool CarriesInputGradients { get; init; }

    /// <summary>How it takes sparse rows.</summary>
    public SparseInputsPlan SparseInputs { get; init; }

    /// <summary>How comments call it.</summary>
    /// <param name="model">The model.</param>
    public string Title(string model) => Scope.Length == 0 ? model : "a mixture inside " + model;

    public int ExpertCount => Experts.Sum(range => range.Count);

    /// <summary>The experts, the shared one last.</summary>
    public IReadOnlyList<ExpertRange> AllExperts => Shared is null ? Experts : [.. Experts, Shared];

    public override IEnumerable<BlockPlan> Inner => Shapes.SelectMany(shape => shape.Inner);

    public override IEnumerable<string> StatePrefixes => Experts.SelectMany(range => range.StatePrefixes);

    public override IReadOnlyList<TensorPlan> Tensors => [.. Gate.Tensors, .. AllExperts.SelectMany(range => range.Tensors)];

    public override IEnumerable<TensorGroup> TensorGroups =>
        new[] { new TensorGroup(0, 1, 0, Gate.Tensors) }.Concat(AllExperts.Select(range => range.Group));

    public override int Floats => Size;

    /// <summary>The router's layer first.</summary>
    public override IEnumerable<LinearPlan> Linears => Gate.Linears.Concat(Shapes.SelectMany(shape => shape.Linears));

    public override IEnumerable<LinearPlan> BatchLinears => Gate.BatchLayers;

    public override IEnumerable<LinearPlan> TrainingLinears => Gate.TrainingLayers.Concat(Transposed);

    /// <summary>The layers that carry gradients back.</summary>
    private IEnumerable<LinearPlan> Transposed => (Gate.Layer?.BackwardLinears ?? []).Concat(Shapes.SelectMany(shape => shape.TrainingLinears));

    public override bool RowsSeeEachOther => Gate.RowsSeeEachOther || Capacity is { Always: true } || Shapes.Any(shape => shape.RowsSeeEachOther);

    public override bool ReadsInputPadding => Gate.Linears.Any(layer => layer.ReadsPadding) || Shapes.Any(shape => shape.ReadsInputPadding);

    public override long ActiveParameterCount => Gate.Tensors.Where(tensor => tensor.IsTrained).Sum(tensor => tensor.Elements) + ExpertsOfRow(expert => expert.ActiveParameterCount);

    public override long ActiveBytes => Gate.Tensors.Sum(tensor => tensor.Bytes) + ExpertsOfRow(expert => expert.ActiveBytes);

    public override long MultiplyAdds =>
        Gate.MultiplyAdds + ExpertsOfRow(expert => expert.MultiplyAdds);

    /// <summary>Floats of memory between the layers, for one row of the widest shape.</summary>
    public int ScratchStride => Shapes.Max(shape => shape.Hidden.Sum(buffer => buffer.Stride));

    /// <summary>Floats that the way back needs of a row of the widest shape.</summary>
    public int SavedStride => Shapes.Max(shape => shape.Saved.Sum(buffer => buffer.Stride));

    /// <summary>Floats that the way back works in, for a row of the widest shape.</summary>
    public int BackwardStride => Shapes.Max(shape => shape.Gradients.Sum(buffer => buffer.Stride));

    /// <summary>Floats of the largest transposed layer.</summary>
    public int TransposedFloats => Transposed.Select(linear => linear.Floats).DefaultIfEmpty(0).Max();

    // The largest of those that the router may choose, and the shared one.
    private long ExpertsOfRow(Func<ExpertPlan, long> cost) =>
        Experts.SelectMany(range => Enumerable.Repeat(cost(range.Expert), range.Count)).OrderByDescending(value => value).Take(TopK).Sum()
        + (Shared is null ? 0 : cost(Shared.Expert));
}
