using Melee;
using Melee.Features;
using MoE.Benchmarks.Learn.Contestants;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four of eight experts; a quarter of the experts is out for each step of training.</summary>
[MixtureOfExperts(Featurizer.Size, TopK = 4)]
[FeedForwardExpert(32, Count = 8, Activation = Activation.Gelu)]
[Classifier<Button>]
[Training(ExpertDropout = 0.25)]
internal sealed partial class MeleeSparse : ILearner<MeleeSparse, Button>;
