using System.Collections.Generic;
using System.Linq;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>All that is decided about a model before a line of it is printed.</summary>
/// <param name="Input">A row of inputs, gathered and padded.</param>
/// <param name="Output">A row of one expert's outputs.</param>
/// <param name="Tensors">All parameters, in the order of the file.</param>
/// <param name="Floats">The parameter buffer, padding included.</param>
/// <param name="BlockRows">Rows that are routed together.</param>
/// <param name="ExpertRows">Rows that one call of an expert's kernels takes at most.</param>
internal sealed record ModelPlan(
    ModelSpec Spec,
    BufferPlan Input,
    BufferPlan Output,
    GatePlan Gate,
    IReadOnlyList<ExpertKindPlan> Kinds,
    IReadOnlyList<ExpertRange> Experts,
    IReadOnlyList<TensorPlan> Tensors,
    int Floats,
    int BlockRows,
    int ExpertRows)
{
    public int ExpertCount => Experts.Sum(range => range.Count);

    /// <summary>Floats of memory between the layers, for one row of the widest kind.</summary>
    public int ScratchStride => Kinds.Max(kind => kind.Hidden.Sum(buffer => buffer.Stride));

    /// <summary>The layers, the router's first.</summary>
    public IEnumerable<LinearPlan> Linears => Kinds.SelectMany(kind => kind.Linears).Prepend(Gate.Linear);

    /// <summary>The layers that carry gradients back, where there is training.</summary>
    public IEnumerable<LinearPlan> Transposed => Spec.Training is null ? [] : Kinds.SelectMany(kind => kind.Transposed);

    /// <summary>Floats that the way back needs of a row of the widest kind.</summary>
    public int SavedStride => Kinds.Max(kind => kind.Saved.Sum(buffer => buffer.Stride));

    /// <summary>Floats that the way back works in, for a row of the widest kind.</summary>
    public int BackwardStride => Kinds.Max(kind => kind.Gradients.Sum(buffer => buffer.Stride));

    /// <summary>Floats of the largest transposed layer.</summary>
    public int TransposedFloats => Transposed.Select(linear => linear.Floats).DefaultIfEmpty(0).Max();

    /// <summary>Whether some kernel reads a row of inputs past its end, where zeros must lie.</summary>
    public bool ReadsInputPadding => Gate.Linear.ReadsPadding || Kinds.Any(kind => kind.Linears.First().ReadsPadding);

    public long ParameterCount => Tensors.Sum(tensor => tensor.Elements);

    public long ActiveParameterCount => GateParameterCount + LargestExperts(kind => kind.ParameterCount);

    /// <summary>Multiply-adds counted twice.</summary>
    public long FlopsPerRow => 2 * (((long)Gate.Linear.Inputs * Gate.Linear.Outputs) + LargestExperts(kind => kind.MultiplyAdds));

    private long GateParameterCount => Tensors.Where(tensor => !tensor.Name.StartsWith("experts.", System.StringComparison.Ordinal)).Sum(tensor => tensor.Elements);

    private long LargestExperts(System.Func<ExpertKindPlan, long> cost) =>
        Experts.SelectMany(range => Enumerable.Repeat(cost(range.Kind), range.Count)).OrderByDescending(value => value).Take(Spec.TopK).Sum();
}
