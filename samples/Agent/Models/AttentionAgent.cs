using Melee;
using Melee.Features;
using MoE;

namespace Agent.Models;

/// <summary>The same with attention to the last 64 states.</summary>
[MixtureOfExperts(Featurizer.Size, TopK = AgentShape.TopK)]
[Backbone(64, AgentShape.Layers, MixtureEvery = AgentShape.MixtureEvery, Dropout = 0.2)]
[AttentionMixer(8, Window = 64)]
[FeedForwardExpert(128, Count = AgentShape.Experts, Activation = Activation.Gelu)]
[Classifier<Button>]
[Training(LoadBalanceWeight = 0.01)]
public sealed partial class AttentionAgent : IAgent<AttentionAgent>;
