using Melee;
using Melee.Features;
using MoE.Benchmarks.Learn.Contestants;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>One expert of the total size, with more dropout.</summary>
#pragma warning disable MOE0207 // One expert on purpose: what the mixtures are compared with.
[MixtureOfExperts(Featurizer.Size)]
[FeedForwardExpert(520, Activation = Activation.Gelu, Dropout = 0.2)]
[Classifier<Button>]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class MeleeSameTotalStrong : ILearner<MeleeSameTotalStrong, Button>;
