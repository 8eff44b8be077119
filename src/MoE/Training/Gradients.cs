using System;
using System.ComponentModel;
using MoE.Persistence;

namespace MoE;

/// <summary>One gradient per trained parameter of a model; made by the model's <c>CreateGradients</c>, filled by its <c>ComputeGradients</c>.</summary>
public sealed class Gradients
{
    /// <summary>Called by models.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Gradients(ParameterBuffer buffer) => Buffer = buffer;

    /// <summary>The gradients in the shape and order of the model's parameters.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ParameterBuffer Buffer { get; }

    /// <summary>Copies the gradient of one parameter, row-major in its shape.</summary>
    /// <exception cref="ArgumentException">No such parameter, or <paramref name="values"/> is not as long as it.</exception>
    public void Get(string parameter, Span<float> values) => Buffer.Get(parameter, values);
}
