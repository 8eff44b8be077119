using Melee;
using Melee.Features;
using MoE.Benchmarks.Learn.Contestants;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>A forest and two networks, which all work on a row.</summary>
[MixtureOfExperts(Featurizer.Size)]
[SoftGating]
[RandomForestExpert(200, MaxDepth = 0)]
[FeedForwardExpert(64, Count = 2, Activation = Activation.Gelu, Dropout = 0.1)]
[Classifier<Button>]
[Training]
internal sealed partial class MeleeForestsAndNetworks : ILearner<MeleeForestsAndNetworks, Button>;
