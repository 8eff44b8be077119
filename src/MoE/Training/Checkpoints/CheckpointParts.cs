using System.Collections.Generic;
using MoE.Persistence;

namespace MoE.Training.Checkpoints;

/// <summary>The buffers of a Fit, all of one layout.</summary>
/// <param name="Model">The weights.</param>
/// <param name="FirstMoment">The running mean of their gradients.</param>
/// <param name="SecondMoment">The running mean of their gradients' squares.</param>
/// <param name="LastEpoch">The weights of the last completed epoch.</param>
/// <param name="BestEpoch">Those of the best one; null where none is kept.</param>
internal readonly record struct CheckpointParts(
    ParameterBuffer Model, ParameterBuffer FirstMoment, ParameterBuffer SecondMoment, ParameterBuffer LastEpoch, ParameterBuffer? BestEpoch)
{
    /// <summary>Each with what its tensors' names begin with, in the order of the file.</summary>
    public IEnumerable<(string Prefix, ParameterBuffer Buffer)> Named
    {
        get
        {
            yield return ("model.", Model);
            yield return ("adamw.mean.", FirstMoment);
            yield return ("adamw.square.", SecondMoment);
            yield return ("epoch.", LastEpoch);
            if (BestEpoch is not null)
                yield return ("best.", BestEpoch);
        }
    }
}
