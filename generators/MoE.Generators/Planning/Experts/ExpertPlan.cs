using System.Collections.Generic;
using System.Linq;

namespace MoE.Generators.Planning;

/// <summary>A shape of expert, as a sequence of ops: experts of one shape share their code and differ in where their parameters lie.</summary>
/// <param name="Name">The name of its methods.</param>
/// <param name="Parameters">With names after "experts.J." and places counted from the expert's first float.</param>
/// <param name="Size">The parameters of one expert, padding included.</param>
internal sealed record ExpertPlan(
    string Name, string Summary, BufferPlan Input, BufferPlan Output, IReadOnlyList<OpPlan> Ops, IReadOnlyList<TensorPlan> Parameters, int Size)
    : BlockPlan(Summary, Input, Output)
{
    /// <summary>The object that each expert of the shape has; null: it is its parameters.</summary>
    public PartPlan? Part { get; init; }

    public const string InputName = "x";

    public const string OutputName = "y";

    public const string QuantizedName = "quantized";

    public override IReadOnlyList<TensorPlan> Tensors => Parameters;

    public override int Floats => Size;

    public override IEnumerable<LinearPlan> Linears => Ops.SelectMany(op => op.Layers);

    public override IEnumerable<LinearPlan> TrainingLinears => Ops.SelectMany(op => op.BackwardLayers);

    public override IEnumerable<BlockPlan> Inner => Ops.Select(op => op.Inner).OfType<BlockPlan>();

    public override IEnumerable<string> StatePrefixes => Part is { HoldsState: true } ? [""] : Inner.SelectMany(block => block.StatePrefixes);

    public override bool RowsSeeEachOther => Ops.Any(op => op.RowsSeeEachOther);

    public override bool ReadsInputPadding => Ops.Any(op => op.Source == Input && op.Layer is { ReadsPadding: true });

    // What is not inside another block works on every row.
    public override long ActiveParameterCount => ParameterCount - Inner.Sum(block => block.ParameterCount - block.ActiveParameterCount);

    public override long ActiveBytes => Parameters.Sum(tensor => tensor.Bytes) - Inner.Sum(block => block.Tensors.Sum(tensor => tensor.Bytes) - block.ActiveBytes);

    public override long MultiplyAdds => Ops.Sum(op => op.MultiplyAdds);

    /// <summary>What it is where it sees every row of a sequence; null for any other.</summary>
    public SequenceOp? Sequence => Ops.OfType<SequenceOp>().SingleOrDefault();

    /// <summary>The memory between input and output when predicting.</summary>
    public IReadOnlyList<BufferPlan> Hidden =>
        [.. Ops.Where(op => !op.IsInPlace).Select(op => op.Target).Where(buffer => buffer.Name != OutputName), .. Quantized];

    // Where layers leave what they read in 8 bits: one after the other in the same place.
    private IEnumerable<BufferPlan> Quantized =>
        Linears.Where(linear => linear.Form == LinearForm.Blocks).OrderByDescending(linear => linear.QuantizedRowFloats).Take(1)
            .Select(linear => new BufferPlan(QuantizedName, linear.QuantizedRowFloats, linear.QuantizedRowFloats));

    /// <summary>The memory that training keeps for the way back, input and output excluded.</summary>
    public IReadOnlyList<BufferPlan> Saved => [.. Ops.Select(op => op.Target).Distinct().Where(buffer => buffer.Name != OutputName)];

    /// <summary>The memory that the way back works in: the gradients of what ops read, but for the inputs', which take their place.</summary>
    public IReadOnlyList<BufferPlan> Gradients => [.. Ops.Where(op => op.WritesGradient).Select(op => op.Source).Where(buffer => buffer != Input)];

    /// <summary>The same expert with another step behind it, which writes what the expert wrote.</summary>
    /// <param name="step">From the expert's target to its own.</param>
    public ExpertPlan Then(OpPlan step) => this with { Output = step.Target, Ops = [.. Ops, step] };

    /// <summary>Whether the way back goes on to what the expert read.</summary>
    public bool WritesInputGradient => Ops[0].WritesGradient;
}
