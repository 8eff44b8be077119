using Melee;
using Melee.Features;
using MoE.Benchmarks.Learn.Contestants;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>A forest of any depth.</summary>
#pragma warning disable MOE0207 // One expert on purpose: what the mixtures are compared with.
[MixtureOfExperts(Featurizer.Size)]
[HashGating]
[RandomForestExpert(200, MaxDepth = 0)]
[Classifier<Button>]
[Training]
internal sealed partial class MeleeForest : ILearner<MeleeForest, Button>;
