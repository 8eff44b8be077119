using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four of eight experts, with dropout.</summary>
[MixtureOfExperts(HousingFeatures.Size, outputs: 1, TopK = 4)]
[FeedForwardExpert(128, 64, Count = 8, Dropout = 0.2)]
[Training]
internal sealed partial class HousingSparseDropout : ILearner<HousingSparseDropout, float>;
