namespace MoE.Benchmarks.Peers.Models;

[MixtureOfExperts(768, 768, TopK = 2)]
[FeedForwardExpert(2048, Count = 8, Activation = Activation.Gelu)]
internal sealed partial class Domain;
