namespace MoE.Benchmarks.Peers.Models;

[MixtureOfExperts(20, 3, TopK = 2)]
[FeedForwardExpert(64, 32, Count = 4)]
internal sealed partial class Tiny;
