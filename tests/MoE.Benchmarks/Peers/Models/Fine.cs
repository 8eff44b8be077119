namespace MoE.Benchmarks.Peers.Models;

[MixtureOfExperts(512, 512, TopK = 6)]
[GatedExpert(256, Count = 64)]
internal sealed partial class Fine;
