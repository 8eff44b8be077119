using System;
using System.ComponentModel;
using MoE.Experts;

namespace MoE.Training;

/// <summary>The training kernels that the compiler wrote for a mixture.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITrainableMixture : IMixtureKernels
{
    /// <summary>What the compiler knows of the mixture's training.</summary>
    MixtureTraining Training { get; }

    /// <summary>The mixture that an expert is; null for any other.</summary>
    ITrainableMixture? Nested(int expert) => null;

    /// <summary>The gradient of the router's layer: overwritten from rows x InputStride and rows x LogitStride. Does nothing where there is none.</summary>
    void GateGradient(ref float inputs, ref float logitGradients, int rows, ref float gradients);

    /// <summary>
    /// The gradient of what the router's layer read: rows x LogitStride -> rows x InputStride, overwritten. Only where
    /// <see cref="MixtureTraining.CarriesInputGradients"/> says so.
    /// </summary>
    void GateInputGradient(ref float logitGradients, ref float inputGradients, int rows, ref float scratch) =>
        throw new NotSupportedException("The compiler wrote no way back to this mixture's inputs.");

    /// <summary>One expert forward, keeping in <paramref name="saved"/> (rows x SavedStride) what its way back needs.</summary>
    void Forward(int expert, ref float inputs, ref float outputs, int rows, ref float saved, ExpertPass pass);

    /// <summary>
    /// One expert's gradients, overwritten; zeros for zero rows. The output gradients are used up, and where the router asks for them
    /// the inputs' gradients take the inputs' place.
    /// </summary>
    void Backward(int expert, ref float inputs, ref float outputGradients, int rows, ref float saved, ref float gradients, ref float scratch, ExpertPass pass);
}
