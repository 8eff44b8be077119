using Melee;
using Melee.Features;
using MoE;

namespace Agent.Models;

/// <summary><see cref="MambaAgent"/> four times as wide: the size that the latency is about.</summary>
[MixtureOfExperts(Featurizer.Size, TopK = AgentShape.TopK)]
[Backbone(256, AgentShape.Layers, MixtureEvery = AgentShape.MixtureEvery, Dropout = 0.2)]
[MambaMixer]
[FeedForwardExpert(512, Count = AgentShape.Experts, Activation = Activation.Gelu)]
[Classifier<Button>]
[Training(LoadBalanceWeight = 0.01)]
public sealed partial class WideMambaAgent : IAgent<WideMambaAgent>;
