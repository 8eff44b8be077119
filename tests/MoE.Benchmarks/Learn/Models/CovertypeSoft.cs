using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four experts that all work on a row.</summary>
[MixtureOfExperts(CovertypeFeatures.Size)]
[SoftGating]
[FeedForwardExpert(256, 128, Count = 4, Dropout = 0.1)]
[Classifier<CoverType>]
[Training]
internal sealed partial class CovertypeSoft : ILearner<CovertypeSoft, CoverType>;
