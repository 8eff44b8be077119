using Melee;

namespace MoE.Benchmarks.Sequences.Models;

/// <summary>The same with attention to the last 64 rows.</summary>
[MixtureOfExperts(287, TopK = 2)]
[Backbone(256, 6, MixtureEvery = 2)]
[AttentionMixer(8, Window = 64)]
[FeedForwardExpert(512, Count = 8, Activation = Activation.Gelu)]
[Classifier<Button>]
[Training(LoadBalanceWeight = 0.01)]
internal sealed partial class AgentAttention : ISequenceAgent<AgentAttention>;
