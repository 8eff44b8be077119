using System.Collections.Generic;
using System.ComponentModel;

namespace MoE.Persistence;

/// <summary>What an expert knows beside parameters.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IExpertState
{
    /// <summary>All of it, as tensors whose names begin with <paramref name="prefix"/>.</summary>
    IReadOnlyList<StateTensor> Write(string prefix);

    /// <summary>What becomes of it: called for every expert before any is changed.</summary>
    /// <returns>Makes the change.</returns>
    /// <exception cref="ModelFormatException">A tensor is missing, misshapen, surplus, or holds what cannot be.</exception>
    System.Action Read(string prefix, IReadOnlyList<StateTensor> tensors);
}
