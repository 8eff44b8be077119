using System.ComponentModel;
using MoE.Experts.Sparse;

namespace MoE.Training;

/// <summary>The same with training.</summary>
/// <param name="mixture">The mixture of whole rows.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExpandedMixture(ITrainableMixture mixture) : ExpandedKernels(mixture), ITrainableMixture
{
    private readonly ITrainableMixture _mixture = mixture;

    /// <inheritdoc/>
    public MixtureTraining Training => _mixture.Training;

    /// <inheritdoc/>
    public ITrainableMixture? Nested(int expert) => _mixture.Nested(expert);

    /// <inheritdoc/>
    public void GateGradient(ref float inputs, ref float logitGradients, int rows, ref float gradients) =>
        _mixture.GateGradient(ref inputs, ref logitGradients, rows, ref gradients);

    /// <inheritdoc/>
    public void Forward(int expert, ref float inputs, ref float outputs, int rows, ref float saved, ExpertPass pass) =>
        _mixture.Forward(expert, ref inputs, ref outputs, rows, ref saved, pass);

    /// <inheritdoc/>
    public void Backward(int expert, ref float inputs, ref float outputGradients, int rows, ref float saved, ref float gradients, ref float scratch, ExpertPass pass) =>
        _mixture.Backward(expert, ref inputs, ref outputGradients, rows, ref saved, ref gradients, ref scratch, pass);
}
