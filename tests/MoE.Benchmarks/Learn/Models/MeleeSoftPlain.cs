using Melee;
using Melee.Features;
using MoE.Benchmarks.Learn.Contestants;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four experts that all work on a row, without dropout.</summary>
[MixtureOfExperts(Featurizer.Size)]
[SoftGating]
[FeedForwardExpert(64, Count = 4, Activation = Activation.Gelu)]
[Classifier<Button>]
[Training]
internal sealed partial class MeleeSoftPlain : ILearner<MeleeSoftPlain, Button>;
