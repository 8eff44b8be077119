using System.ComponentModel;

namespace MoE.Training;

/// <summary>The circumstances of one computation of gradients.</summary>
/// <param name="Threads">How many threads may be used, at least 1. The result does not depend on it.</param>
/// <param name="Seed">Differs for every step of a Fit; what is random in a step comes from it alone.</param>
/// <param name="Training">Whether dropout, jitter and noise are on.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct TrainingStep(int Threads, ulong Seed, bool Training);
