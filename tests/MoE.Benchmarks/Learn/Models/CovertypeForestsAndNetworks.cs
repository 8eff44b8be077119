using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>A forest and two networks, which all work on a row.</summary>
[MixtureOfExperts(CovertypeFeatures.Size)]
[SoftGating]
[RandomForestExpert(200, MaxDepth = 0)]
[FeedForwardExpert(256, 128, Count = 2, Dropout = 0.1)]
[Classifier<CoverType>]
[Training]
internal sealed partial class CovertypeForestsAndNetworks : ILearner<CovertypeForestsAndNetworks, CoverType>;
