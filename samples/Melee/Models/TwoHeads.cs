using Melee.Features;
using MoE;

namespace Melee.Models;

/// <summary>Both tasks in one: outputs 0 to 5 are the button's head, 6 to 11 the regime's. Two experts per task, two for each row.</summary>
[MixtureOfExperts(Featurizer.Size, outputs: 12, TopK = 2, CapacityFactor = 1.25)]
[SoftmaxGating]
[FeedForwardExpert(64, Count = 4, Activation = Activation.Gelu, Dropout = 0.1)]
[Training(LoadBalanceWeight = 0.01)]
public sealed partial class TwoHeads;
