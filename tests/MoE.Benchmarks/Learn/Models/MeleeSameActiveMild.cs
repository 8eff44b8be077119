using Melee;
using Melee.Features;
using MoE.Benchmarks.Learn.Contestants;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>One expert of the active size.</summary>
#pragma warning disable MOE0207 // One expert on purpose: what the mixtures are compared with.
[MixtureOfExperts(Featurizer.Size)]
[FeedForwardExpert(264, Activation = Activation.Gelu, Dropout = 0.1)]
[Classifier<Button>]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class MeleeSameActiveMild : ILearner<MeleeSameActiveMild, Button>;
