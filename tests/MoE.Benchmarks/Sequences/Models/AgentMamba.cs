using Melee;

namespace MoE.Benchmarks.Sequences.Models;

/// <summary>The agent of samples/Agent at its full width, over rows of 287 numbers; the two experts of a row do as much work as a dense layer.</summary>
[MixtureOfExperts(287, TopK = 2)]
[Backbone(256, 6, MixtureEvery = 2)]
[MambaMixer]
[FeedForwardExpert(512, Count = 8, Activation = Activation.Gelu)]
[Classifier<Button>]
[Training(LoadBalanceWeight = 0.01)]
internal sealed partial class AgentMamba : ISequenceAgent<AgentMamba>;
