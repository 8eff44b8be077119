using Melee;
using Melee.Features;
using MoE;

namespace Agent.Models;

/// <summary><see cref="AttentionAgent"/> four times as wide.</summary>
[MixtureOfExperts(Featurizer.Size, TopK = AgentShape.TopK)]
[Backbone(256, AgentShape.Layers, MixtureEvery = AgentShape.MixtureEvery, Dropout = 0.2)]
[AttentionMixer(8, Window = 64)]
[FeedForwardExpert(512, Count = AgentShape.Experts, Activation = Activation.Gelu)]
[Classifier<Button>]
[Training(LoadBalanceWeight = 0.01)]
public sealed partial class WideAttentionAgent : IAgent<WideAttentionAgent>;
