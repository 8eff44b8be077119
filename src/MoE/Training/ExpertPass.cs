using System.ComponentModel;

namespace MoE.Training;

/// <summary>One expert's way through one step, forward and backward.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ExpertPass
{
    private readonly Batch? _nested;

    internal ExpertPass(in TrainingStep step, int expert, Batch? nested = null)
    {
        Dropout = new DropoutMask(step, expert);
        _nested = nested;
    }

    /// <summary>Which values it drops.</summary>
    public DropoutMask Dropout { get; }

    /// <summary>An expert that is a mixture: its rows through it, keeping what their way back needs.</summary>
    public void ForwardNested(ref float inputs, ref float outputs) => _nested!.Forward(ref inputs, ref outputs);

    /// <summary>The gradients of that mixture's parameters.</summary>
    public void BackwardNested(ref float outputGradients) => _nested!.Backward(ref outputGradients);
}
