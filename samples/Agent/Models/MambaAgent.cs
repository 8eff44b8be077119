using Melee;
using Melee.Features;
using MoE;

namespace Agent.Models;

/// <summary>The next button from all of the game so far: layers of Mamba, every second with a mixture whose two experts do as much as the dense layers between.</summary>
[MixtureOfExperts(Featurizer.Size, TopK = AgentShape.TopK)]
[Backbone(64, AgentShape.Layers, MixtureEvery = AgentShape.MixtureEvery, Dropout = 0.2)]
[MambaMixer]
[FeedForwardExpert(128, Count = AgentShape.Experts, Activation = Activation.Gelu)]
[Classifier<Button>]
[Training(LoadBalanceWeight = 0.01)]
public sealed partial class MambaAgent : IAgent<MambaAgent>;
