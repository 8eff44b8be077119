using System.ComponentModel;
using System.Runtime.CompilerServices;
using MoE.Training;

namespace MoE.Routing;

/// <summary>
/// How rows find their experts, and how the gradient finds its way back: one subclass for each gating. What a row's route
/// is stands in <see cref="RouteRow"/> alone, so that one row, many rows and training agree bit by bit.
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

    /// <summary>Chooses and weighs the experts of one row.</summary>
    /// <param name="input">The row: InputStride floats, the padding zero.</param>
    /// <param name="scores">The layer's logits, readable up to the next multiple of 16; may be overwritten.</param>
    /// <param name="parameters">The mixture's parameters.</param>
    /// <param name="experts">Receives TopK indices, best first.</param>
    /// <param name="weights">Receives their weights.</param>
    public abstract void RouteRow(ref float input, ref float scores, ref float parameters, ref int experts, ref float weights);

    /// <summary>Chooses and weighs the experts of many rows.</summary>
    public virtual void Route(in RoutedRows rows)
    {
        rows.Mixture.Gate(ref rows.Inputs, ref rows.Scores, rows.Count);
        RouteEach(rows);
    }

    /// <summary>The same while training: fills what <see cref="Backward"/> will ask for.</summary>
    public virtual void RouteTraining(in TrainedRows rows) => Route(rows.AsRouted(ref rows.Logits));

    /// <summary>The gradients of the router's parameters, from those of the weights and the balance loss.</summary>
    /// <returns>The balance loss, its coefficient included.</returns>
    public virtual double Backward(in TrainedRows rows) => 0;

    /// <summary>Row by row, from scores that are there already.</summary>
    protected void RouteEach(in RoutedRows rows)
    {
        int topK = rows.Mixture.Shape.TopK;
        ref float parameters = ref rows.Mixture.Parameters;
        for (int row = 0; row < rows.Count; row++)
        {
            RouteRow(
                ref Unsafe.Add(ref rows.Inputs, (nint)row * rows.Mixture.Shape.InputStride),
                ref Unsafe.Add(ref rows.Scores, (nint)row * rows.Mixture.Shape.LogitStride),
                ref parameters,
                ref Unsafe.Add(ref rows.Experts, (nint)row * topK),
                ref Unsafe.Add(ref rows.Weights, (nint)row * topK));
        }
    }
}
