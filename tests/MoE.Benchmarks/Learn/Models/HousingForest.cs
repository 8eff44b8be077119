using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>A forest of any depth.</summary>
#pragma warning disable MOE0207 // One expert on purpose: what the mixtures are compared with.
[MixtureOfExperts(HousingFeatures.Size, outputs: 1)]
[HashGating]
[RandomForestExpert(200, MaxDepth = 0, MaxFeatures = HousingFeatures.Size / 3)]
[Training]
internal sealed partial class HousingForest : ILearner<HousingForest, float>;
