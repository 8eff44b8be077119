using System.Collections.Generic;
using System.Linq;

namespace MoE.Generators.Planning;

/// <summary>A shape of expert: experts of one kind share their kernels and differ in where their parameters lie.</summary>
/// <param name="Name">The name of its method.</param>
/// <param name="Summary">What it computes, in one line.</param>
/// <param name="Tensors">The parameters, with names after "experts.J." and places counted from the expert's first float.</param>
/// <param name="Floats">The parameters of one expert, padding included.</param>
internal sealed record ExpertKindPlan(
    string Name, string Summary, IReadOnlyList<OpPlan> Ops, IReadOnlyList<TensorPlan> Tensors, int Floats)
{
    public long ParameterCount => Tensors.Sum(tensor => tensor.Elements);

    public long MultiplyAdds => Ops.OfType<LinearOp>().Sum(op => (long)op.Linear.Inputs * op.Linear.Outputs);

    public IEnumerable<LinearPlan> Linears => Ops.OfType<LinearOp>().Select(op => op.Linear);

    /// <summary>The layers that carry gradients back.</summary>
    public IEnumerable<LinearPlan> Transposed => Ops.OfType<LinearOp>().Select(op => op.Transposed).OfType<LinearPlan>();

    /// <summary>The memory between input and output when predicting: an activation works in place.</summary>
    public IReadOnlyList<BufferPlan> Hidden =>
        [.. Ops.Where(op => op is not (ActivationOp or DropoutOp)).Select(op => op.Target).Where(buffer => buffer.Name != OutputName)];

    /// <summary>The memory that training keeps for the way back, input and output excluded.</summary>
    public IReadOnlyList<BufferPlan> Saved => [.. Ops.Select(op => op.Target).Distinct().Where(buffer => buffer.Name != OutputName)];

    /// <summary>The memory that the way back works in: the gradients of what the layers but the first read, and of gate and up.</summary>
    public IReadOnlyList<BufferPlan> Gradients =>
        [.. Ops.OfType<LinearOp>().Where(op => op.Transposed is not null).Select(op => op.Source).Concat(Ops.OfType<GatedUnitOp>().Select(op => op.Source))];

    public const string InputName = "x";

    public const string OutputName = "y";
}
