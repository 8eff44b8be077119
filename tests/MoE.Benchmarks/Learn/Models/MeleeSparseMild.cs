using Melee;
using Melee.Features;
using MoE.Benchmarks.Learn.Contestants;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four of eight experts.</summary>
[MixtureOfExperts(Featurizer.Size, TopK = 4)]
[FeedForwardExpert(64, Count = 8, Activation = Activation.Gelu, Dropout = 0.1)]
[Classifier<Button>]
[Training]
internal sealed partial class MeleeSparseMild : ILearner<MeleeSparseMild, Button>;
