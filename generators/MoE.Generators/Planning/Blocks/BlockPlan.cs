using System.Collections.Generic;
using System.Linq;

namespace MoE.Generators.Planning;

/// <summary>
/// A part of a model that maps rows to rows and may hold other blocks: a mixture is one, an expert of it is one, and the
/// model itself is its outermost. It knows its parameters by names and places of its own; whoever holds it says where it lies.
/// </summary>
/// <param name="Summary">What it computes, in one line.</param>
/// <param name="Input">A row that it reads.</param>
/// <param name="Output">A row that it writes.</param>
internal abstract record BlockPlan(string Summary, BufferPlan Input, BufferPlan Output)
{
    /// <summary>The parameters, in the order of the file: names after the block's prefix, places counted from its first float.</summary>
    public abstract IReadOnlyList<TensorPlan> Tensors { get; }

    /// <summary>The same in groups that can be said in few words.</summary>
    public virtual IEnumerable<TensorGroup> TensorGroups => [new TensorGroup(0, 1, 0, Tensors)];

    /// <summary>The sets of tensors that groups name.</summary>
    public virtual IEnumerable<TensorSet> TensorSets => [];

    /// <summary>The room that they take, padding included.</summary>
    public abstract int Floats { get; }

    /// <summary>The linear layers inside, those of equal blocks once.</summary>
    public abstract IEnumerable<LinearPlan> Linears { get; }

    /// <summary>Blocks inside that are emitted as classes of their own, with their own layers; equal ones once.</summary>
    public virtual IEnumerable<BlockPlan> Inner => [];

    /// <summary>What the names of tensors begin with that files hold beside the parameters.</summary>
    public virtual IEnumerable<string> StatePrefixes => [];

    /// <summary>This block and all inside, outer ones first.</summary>
    public IEnumerable<BlockPlan> WithInner => new[] { this }.Concat(Inner.SelectMany(block => block.WithInner));

    /// <summary>The layers that only training runs, which have no kernel for one row: those that carry gradients back, those of the router's noise.</summary>
    public abstract IEnumerable<LinearPlan> TrainingLinears { get; }

    /// <summary>The layers that only many rows at a time go through, which have no kernel for one row either.</summary>
    public virtual IEnumerable<LinearPlan> BatchLinears => [];

    /// <summary>Whether a row's output may depend on other rows of the call. Nothing may split a call of such a block.</summary>
    public abstract bool RowsSeeEachOther { get; }

    /// <summary>Whether some kernel reads a row of inputs past its end, where zeros must lie.</summary>
    public abstract bool ReadsInputPadding { get; }

    /// <summary>The parameters that work on a row.</summary>
    public abstract long ActiveParameterCount { get; }

    /// <summary>Bytes of the parameters that work on a row, as they are stored.</summary>
    public abstract long ActiveBytes { get; }

    /// <summary>Multiply-adds of linear layers for a row.</summary>
    public abstract long MultiplyAdds { get; }

    public long ParameterCount => Tensors.Where(tensor => tensor.IsTrained).Sum(tensor => tensor.Elements);

    /// <summary>The parameters as a block that holds this one names and places them.</summary>
    public IEnumerable<TensorPlan> TensorsAt(string prefix, int offset) => Tensors.Select(tensor => tensor.At(prefix, offset));
}
