using System.ComponentModel;
using System.Runtime.CompilerServices;
using MoE.Experts;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>The dense sublayer of a backbone's layers without a mixture: <c>width -> hidden, activation, -> width</c>.</summary>
/// <param name="hidden">From the width to the hidden columns.</param>
/// <param name="output">And back.</param>
/// <param name="width">Hidden columns.</param>
/// <param name="stride">Floats from one row of them to the next.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SequenceFeedForward(SequenceLinear hidden, SequenceLinear output, int width, int stride)
{
    /// <summary>All its parameters.</summary>
    public int Floats => checked(hidden.Floats + output.Floats);

    /// <summary>Working memory for some rows.</summary>
    internal int HiddenFloats(int rows) => checked(KernelRows.Touched(rows) * stride);

    /// <summary>What the way back needs of some rows: the sums, and what the activation made of them.</summary>
    internal int SavedFloats(int rows) => checked(2 * HiddenFloats(rows));

    /// <summary>Working memory of the way back.</summary>
    internal int BackwardFloats(int rows)
    {
        ScratchAreas areas = default;
        areas.Take(HiddenFloats(rows));
        areas.Take(System.Math.Max(hidden.BackwardFloats, output.BackwardFloats));
        return areas.Floats;
    }

    internal void Forward(ref float parameters, ref float x, ref float y, int rows, ref float scratch, int threads)
    {
        hidden.Forward(ref parameters, ref x, ref scratch, rows, threads);
        Activate(ref scratch, ref scratch, rows, width, stride);
        output.Forward(ref parameters, ref scratch, ref y, rows, threads);
    }

    /// <summary>The same, keeping what the way back needs.</summary>
    internal void ForwardKept(ref float parameters, ref float x, ref float y, int rows, ref float saved, int threads)
    {
        ref float activated = ref Unsafe.Add(ref saved, HiddenFloats(rows));
        hidden.Forward(ref parameters, ref x, ref saved, rows, threads);
        Activate(ref saved, ref activated, rows, width, stride);
        output.Forward(ref parameters, ref activated, ref y, rows, threads);
    }

    /// <summary>Gradients of the parameters and of what it read, both overwritten.</summary>
    internal void Backward(ref float parameters, ref float gradients, ref float x, ref float dy, ref float dx, int rows, ref float saved, ref float scratch, int threads)
    {
        ScratchAreas areas = default;
        ref float between = ref Unsafe.Add(ref scratch, areas.Take(HiddenFloats(rows)));
        ref float turned = ref Unsafe.Add(ref scratch, areas.Floats);
        output.Backward(ref parameters, ref gradients, ref Unsafe.Add(ref saved, HiddenFloats(rows)), ref dy, ref between, rows, ref turned, threads);
        Differentiate(ref saved, ref between, rows, width, stride);
        hidden.Backward(ref parameters, ref gradients, ref x, ref between, ref dx, rows, ref turned, threads);
    }

    private protected abstract void Activate(ref float x, ref float y, int rows, int width, int stride);

    private protected abstract void Differentiate(ref float x, ref float gradient, int rows, int width, int stride);
}

/// <inheritdoc/>
/// <typeparam name="TActivation">The activation.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SequenceFeedForward<TActivation>(SequenceLinear hidden, SequenceLinear output, int width, int stride) : SequenceFeedForward(hidden, output, width, stride)
    where TActivation : struct, IActivation
{
    private protected override void Activate(ref float x, ref float y, int rows, int width, int stride) =>
        ActivationPass.Forward<TActivation>(ref x, ref y, rows, width, stride);

    private protected override void Differentiate(ref float x, ref float gradient, int rows, int width, int stride) =>
        ActivationPass.Backward<TActivation>(ref x, ref gradient, rows, width, stride);
}
