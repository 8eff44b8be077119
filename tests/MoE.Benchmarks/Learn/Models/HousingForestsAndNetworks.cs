using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>A forest and two networks, which all work on a row.</summary>
[MixtureOfExperts(HousingFeatures.Size, outputs: 1)]
[SoftGating]
[RandomForestExpert(200, MaxDepth = 0, MaxFeatures = HousingFeatures.Size / 3)]
[FeedForwardExpert(256, 128, Count = 2, Dropout = 0.1)]
[Training]
internal sealed partial class HousingForestsAndNetworks : ILearner<HousingForestsAndNetworks, float>;
