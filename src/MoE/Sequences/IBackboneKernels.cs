using System.ComponentModel;
using MoE.Experts;

namespace MoE.Sequences;

/// <summary>What the compiler wrote for a backbone.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IBackboneKernels
{
    /// <summary>Its sizes and layers.</summary>
    BackboneShape Shape { get; }

    /// <summary>The first of the model's parameters.</summary>
    ref float Parameters { get; }

    /// <summary>The mixture of a layer that has one; numbered from 0 among those.</summary>
    IMixtureKernels Mixture(int index);
}
