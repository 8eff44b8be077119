using System;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Gates;

/// <summary>Prints one kind of layer that makes logits, inside a mixture's class.</summary>
internal abstract class GateLayerEmitter
{
    /// <summary>The kind of layer.</summary>
    public abstract Type Layer { get; }

    /// <summary>Fields that it needs, each followed by an empty line.</summary>
    public abstract void Fields(SourceWriter writer, GateLayerPlan layer);

    /// <summary>One row <c>x</c> -> <c>logits</c>.</summary>
    /// <param name="kernels">The class with the model's linear layers.</param>
    public abstract void Row(SourceWriter writer, GateLayerPlan layer, string kernels);

    /// <summary><c>inputs</c> -> <c>logits</c>.</summary>
    public abstract void Forward(SourceWriter writer, GateLayerPlan layer, string kernels);

    /// <summary>From <c>logitGradients</c> to the gradients of its parameters, the first of which is <c>gradients</c>.</summary>
    public abstract void Backward(SourceWriter writer, GateLayerPlan layer, string kernels);

    /// <summary>From <c>logitGradients</c> on to <c>inputGradients</c>.</summary>
    public abstract void BackwardInputs(SourceWriter writer, GateLayerPlan layer, string kernels);
}

/// <inheritdoc cref="GateLayerEmitter"/>
internal abstract class GateLayerEmitter<TLayer> : GateLayerEmitter
    where TLayer : GateLayerPlan
{
    public sealed override Type Layer => typeof(TLayer);

    public sealed override void Fields(SourceWriter writer, GateLayerPlan layer) => Fields(writer, (TLayer)layer);

    public sealed override void Row(SourceWriter writer, GateLayerPlan layer, string kernels) => Row(writer, (TLayer)layer, kernels);

    public sealed override void Forward(SourceWriter writer, GateLayerPlan layer, string kernels) => Forward(writer, (TLayer)layer, kernels);

    public sealed override void Backward(SourceWriter writer, GateLayerPlan layer, string kernels) => Backward(writer, (TLayer)layer, kernels);

    public sealed override void BackwardInputs(SourceWriter writer, GateLayerPlan layer, string kernels) => BackwardInputs(writer, (TLayer)layer, kernels);

    protected virtual void Fields(SourceWriter writer, TLayer layer)
    {
    }

    protected abstract void Row(SourceWriter writer, TLayer layer, string kernels);

    protected abstract void Forward(SourceWriter writer, TLayer layer, string kernels);

    protected abstract void Backward(SourceWriter writer, TLayer layer, string kernels);

    protected abstract void BackwardInputs(SourceWriter writer, TLayer layer, string kernels);
}
