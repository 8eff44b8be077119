using Melee.Features;
using MoE;

namespace Melee.Models;

/// <summary>
/// Which button comes next, with ExPhil's Melee defaults: eight experts, two for each row, room for 1.25 times an even share
/// while training, a balance loss of 0.01.
/// </summary>
[MixtureOfExperts(Featurizer.Size, TopK = 2, CapacityFactor = 1.25)]
[SoftmaxGating]
[FeedForwardExpert(64, Count = 8, Activation = Activation.Gelu, Dropout = 0.1)]
[Classifier<Button>]
[Training(LoadBalanceWeight = 0.01)]
public sealed partial class ButtonMixture;
