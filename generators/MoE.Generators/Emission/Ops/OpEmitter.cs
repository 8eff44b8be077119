using System;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>Prints one kind of op. Variables are named as the plan's buffers; <c>w</c> refers to the expert's parameters, <c>rows</c> counts.</summary>
internal abstract class OpEmitter
{
    /// <summary>The kind of op.</summary>
    public abstract Type Op { get; }

    /// <summary>Forward, keeping nothing.</summary>
    /// <param name="kernels">The class with the model's linear layers.</param>
    public abstract void Predict(SourceWriter writer, OpPlan op, string kernels);

    /// <summary>Forward, keeping all that the way back needs.</summary>
    public abstract void Forward(SourceWriter writer, OpPlan op, string kernels);

    /// <summary>From the gradient of the target to that of the source and of the parameters.</summary>
    public abstract void Backward(SourceWriter writer, OpPlan op, string kernels);
}

/// <inheritdoc cref="OpEmitter"/>
internal abstract class OpEmitter<TOp> : OpEmitter
    where TOp : OpPlan
{
    public sealed override Type Op => typeof(TOp);

    public sealed override void Predict(SourceWriter writer, OpPlan op, string kernels) => Predict(writer, (TOp)op, kernels);

    public sealed override void Forward(SourceWriter writer, OpPlan op, string kernels) => Forward(writer, (TOp)op, kernels);

    public sealed override void Backward(SourceWriter writer, OpPlan op, string kernels) => Backward(writer, (TOp)op, kernels);

    protected abstract void Predict(SourceWriter writer, TOp op, string kernels);

    protected virtual void Forward(SourceWriter writer, TOp op, string kernels) => Predict(writer, op, kernels);

    protected abstract void Backward(SourceWriter writer, TOp op, string kernels);
}
