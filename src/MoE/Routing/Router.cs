using System;
using System.ComponentModel;
using MoE.Experts;
using MoE.Training;

namespace MoE.Routing;

/// <summary>
/// How rows find their experts, and how the gradient finds its way back: one subclass for each gating. What a row's route
/// is stands in <see cref="RouteRows"/> alone, so that one row, many rows and training agree bit by bit.
/// </summary>
/// <remarks>
/// A gating that looks at a batch as a whole overrides <see cref="Route"/>, and its plan says that rows see each other.
/// Float32 throughout, whatever the weights are.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Router
{
    /// <summary>While training the router's copy of the inputs is multiplied by random numbers from 1 - Jitter to 1 + Jitter; 0: never.</summary>
    public virtual double Jitter => 0;

    /// <summary>What is added to the logits while training; null: nothing.</summary>
    public virtual RouterNoise? Noise => null;

    /// <summary>Whether every expert has a share of a row, which <see cref="Shares"/> tells.</summary>
    public virtual bool HasShares => false;

    /// <summary>Turns logits into shares, in place: probabilities of all experts.</summary>
    /// <param name="scores">The layer's logits.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="stride">Floats from one row's logits to the next.</param>
    /// <param name="parameters">The mixture's parameters.</param>
    public virtual void Shares(ref float scores, int rows, int stride, ref float parameters)
    {
    }

    /// <summary>Chooses and weighs the experts of rows, each by itself.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="inputs">The rows, padded with zeros where kernels read the padding.</param>
    /// <param name="inputStride">Floats from one row to the next.</param>
    /// <param name="scores">The layer's logits, readable up to the next multiple of 16 in each row; may be overwritten by scores in the same order.</param>
    /// <param name="scoreStride">Floats from one row's logits to the next.</param>
    /// <param name="parameters">The mixture's parameters.</param>
    /// <param name="experts">Receives rows x TopK indices, best first.</param>
    /// <param name="weights">Receives their weights.</param>
    /// <exception cref="NotSupportedException">A row has no route of its own.</exception>
    public virtual void RouteRows(
        int rows, ref float inputs, int inputStride, ref float scores, int scoreStride, ref float parameters, ref int experts, ref float weights) =>
        throw new NotSupportedException("A row of this router has no route of its own.");

    /// <summary>Takes rows through the router's layer and chooses and weighs their experts.</summary>
    public virtual void Route(in RoutedRows rows)
    {
        rows.Mixture.Gate(ref rows.Inputs, ref rows.Scores, rows.Count);
        Choose(rows);
    }

    /// <summary>The same while training: fills what <see cref="Backward"/> will ask for.</summary>
    public virtual void RouteTraining(in TrainedRows rows) => Route(rows.AsRouted(ref rows.Logits));

    /// <summary>The gradients of the router's parameters, from those of the weights and from the router's own losses.</summary>
    public virtual RouterLosses Backward(in TrainedRows rows) => default;

    /// <summary>At the end of a step of a Fit: changes what the router learns without a gradient.</summary>
    public virtual void AfterStep(in TrainedRows rows)
    {
    }

    /// <summary>Chooses and weighs the experts of rows from scores that are there already.</summary>
    protected virtual void Choose(in RoutedRows rows)
    {
        MixtureShape shape = rows.Mixture.Shape;
        RouteRows(rows.Count, ref rows.Inputs, shape.InputStride, ref rows.Scores, shape.LogitStride, ref rows.Mixture.Parameters, ref rows.Experts, ref rows.Weights);
    }
}
