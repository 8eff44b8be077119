namespace MoE.Benchmarks.Peers.Models;

[MixtureOfExperts(256, 256, TopK = 2, WeightFormat = WeightFormat.Int4)]
[FeedForwardExpert(512, Count = 8, Activation = Activation.Gelu)]
internal sealed partial class BlockInt4;
