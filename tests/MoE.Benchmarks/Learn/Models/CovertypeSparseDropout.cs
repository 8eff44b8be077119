using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four of eight experts, with dropout.</summary>
[MixtureOfExperts(CovertypeFeatures.Size, TopK = 4)]
[FeedForwardExpert(128, 64, Count = 8, Dropout = 0.2)]
[Classifier<CoverType>]
[Training]
internal sealed partial class CovertypeSparseDropout : ILearner<CovertypeSparseDropout, CoverType>;
