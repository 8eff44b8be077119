using Melee;
using Melee.Features;
using MoE.Benchmarks.Learn.Contestants;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four of eight experts, with dropout.</summary>
[MixtureOfExperts(Featurizer.Size, TopK = 4)]
[FeedForwardExpert(32, Count = 8, Activation = Activation.Gelu, Dropout = 0.2)]
[Classifier<Button>]
[Training]
internal sealed partial class MeleeSparseDropout : ILearner<MeleeSparseDropout, Button>;
