using Melee;
using Melee.Features;
using MoE.Benchmarks.Learn.Contestants;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four of eight experts; an expert is out for one in four steps of training.</summary>
[MixtureOfExperts(Featurizer.Size, TopK = 4)]
[FeedForwardExpert(64, Count = 8, Activation = Activation.Gelu, Dropout = 0.2)]
[Classifier<Button>]
[Training(ExpertDropout = 0.25)]
internal sealed partial class MeleeSparseStrong : ILearner<MeleeSparseStrong, Button>;
