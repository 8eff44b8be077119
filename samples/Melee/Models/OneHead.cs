using Melee.Features;
using MoE;

namespace Melee.Models;

/// <summary>What <see cref="TwoHeads"/> is compared with: the same mixture with the head of one task, trained once for each.</summary>
[MixtureOfExperts(Featurizer.Size, outputs: 6, TopK = 2, CapacityFactor = 1.25)]
[SoftmaxGating]
[FeedForwardExpert(64, Count = 4, Activation = Activation.Gelu, Dropout = 0.1)]
[Training(LoadBalanceWeight = 0.01)]
public sealed partial class OneHead;
