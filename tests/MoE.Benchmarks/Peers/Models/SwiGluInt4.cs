namespace MoE.Benchmarks.Peers.Models;

[MixtureOfExperts(1024, 1024, TopK = 2, WeightFormat = WeightFormat.Int4)]
[GatedExpert(3584, Count = 8)]
internal sealed partial class SwiGluInt4;
