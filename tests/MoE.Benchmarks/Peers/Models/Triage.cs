namespace MoE.Benchmarks.Peers.Models;

// The peers give the one chosen expert weight 1.
[MixtureOfExperts(256, 3, TopK = 1)]
[SoftmaxGating(Weighting = GateWeighting.OverSelected)]
[FeedForwardExpert(64, Count = 3)]
internal sealed partial class Triage;
