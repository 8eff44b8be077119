using Melee;
using Melee.Features;
using MoE.Benchmarks.Learn.Contestants;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four experts that all work on a row.</summary>
[MixtureOfExperts(Featurizer.Size)]
[SoftGating]
[FeedForwardExpert(64, Count = 4, Activation = Activation.Gelu, Dropout = 0.1)]
[Classifier<Button>]
[Training]
internal sealed partial class MeleeSoft : ILearner<MeleeSoft, Button>;
