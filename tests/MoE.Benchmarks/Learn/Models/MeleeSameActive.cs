using Melee;
using Melee.Features;
using MoE.Benchmarks.Learn.Contestants;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>One expert of the active size.</summary>
#pragma warning disable MOE0207 // One expert on purpose: what the mixtures are compared with.
[MixtureOfExperts(Featurizer.Size)]
[FeedForwardExpert(136, Activation = Activation.Gelu)]
[Classifier<Button>]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class MeleeSameActive : ILearner<MeleeSameActive, Button>;
